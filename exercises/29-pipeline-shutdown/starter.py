from queue import Queue
from threading import Thread


def process(sources, work, workers):
    """Work on the items of all sources."""
    queue = Queue(maxsize=4)
    results = []

    def produce(source):
        for item in source:
            queue.put(item)

    def consume():
        while not queue.empty():
            results.append(work(queue.get()))

    for source in sources:
        Thread(target=produce, args=[source]).start()
    for _ in range(workers):
        Thread(target=consume).start()
    return results
