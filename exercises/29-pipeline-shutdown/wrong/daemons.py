# rejected by: all_have_ended
from queue import Queue
from threading import Thread


def process(sources, work, workers):
    queue = Queue(maxsize=4)
    results, errors = [], []

    def produce(source):
        for item in source:
            queue.put(item)

    def consume():
        while True:
            item = queue.get()
            try:
                results.append(work(item))
            except Exception as error:
                errors.append(error)
            finally:
                queue.task_done()

    producers = [Thread(target=produce, args=[s]) for s in sources]
    for _ in range(workers):
        Thread(target=consume, daemon=True).start()
    for thread in producers:
        thread.start()
    for thread in producers:
        thread.join()
    queue.join()
    if errors:
        raise errors[0]
    return results
