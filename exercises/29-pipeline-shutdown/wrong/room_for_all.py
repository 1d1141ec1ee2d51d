# rejected by: holds_producers_back
from queue import Queue
from threading import Thread

END = object()


def process(sources, work, workers):
    """Work on the items of all sources."""
    queue = Queue()
    results, errors = [], []

    def produce(source):
        for item in source:
            queue.put(item)

    def consume():
        while (item := queue.get()) is not END:
            try:
                results.append(work(item))
            except Exception as error:
                errors.append(error)

    producers = [Thread(target=produce, args=[source]) for source in sources]
    consumers = [Thread(target=consume) for _ in range(workers)]
    for thread in producers + consumers:
        thread.start()
    for thread in producers:
        thread.join()
    for _ in consumers:
        queue.put(END)
    for thread in consumers:
        thread.join()
    if errors:
        raise errors[0]
    return results
