import queue
import threading


def run_all(function, items, workers):
    todo = queue.SimpleQueue()
    items = list(items)
    results = [None] * len(items)
    for pair in enumerate(items):
        todo.put(pair)
    fatal = []

    def worker():
        while not fatal:
            try:
                i, item = todo.get_nowait()
            except queue.Empty:
                return
            try:
                results[i] = ("ok", function(item))
            except Exception as e:
                results[i] = ("error", e)
            except BaseException as e:
                fatal.append(e)

    crew = [threading.Thread(target=worker) for _ in range(workers)]
    for t in crew:
        t.start()
    for t in crew:
        t.join()
    if fatal:
        raise fatal[0]
    return results
