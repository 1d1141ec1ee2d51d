# rejected by: every_item_once
from itertools import chain
from queue import Queue
from threading import Thread


def process(sources, work, workers):
    """Work on the items of all sources."""
    end = object()
    queue = Queue(maxsize=4)
    results, errors = [], []

    def produce():
        for item in chain(*sources):
            queue.put(item)
        for _ in range(workers):
            queue.put(end)

    def consume():
        while (item := queue.get()) is not end:
            try:
                results.append(work(item))
            except Exception as error:
                errors.append(error)

    threads = [Thread(target=produce), *(Thread(target=consume) for _ in range(workers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return results
