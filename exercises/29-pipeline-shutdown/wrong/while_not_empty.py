# rejected by: every_item_once
from queue import Empty, Queue
from threading import Thread


def process(sources, work, workers):
    queue = Queue(maxsize=4)
    results, errors = [], []

    def produce(source):
        for item in source:
            queue.put(item)

    def consume():
        while not queue.empty():
            try:
                item = queue.get(timeout=0.1)
            except Empty:
                return
            try:
                results.append(work(item))
            except Exception as error:
                errors.append(error)

    producers = [Thread(target=produce, args=[s], daemon=True) for s in sources]
    consumers = [Thread(target=consume) for _ in range(workers)]
    for thread in producers + consumers:
        thread.start()
    for thread in consumers:
        thread.join()
    if errors:
        raise errors[0]
    return results
