import queue
import threading


class Producer(threading.Thread):
    def __init__(self, source, q):
        super().__init__()
        self.source, self.q = source, q
        self.start()

    def run(self):
        for item in self.source:
            self.q.put(item)


class Worker(threading.Thread):
    def __init__(self, work, q):
        super().__init__()
        self.work, self.q = work, q
        self.done, self.errors = [], []
        self.start()

    def run(self):
        while True:
            try:
                item = self.q.get()
            except queue.ShutDown:
                return
            try:
                self.done.append(self.work(item))
            except Exception as e:
                self.errors.append(e)


def process(sources, work, workers):
    q = queue.Queue(4)
    crew = [Worker(work, q) for _ in range(workers)]
    for p in [Producer(s, q) for s in sources]:
        p.join()
    q.shutdown()
    for w in crew:
        w.join()
    for w in crew:
        for e in w.errors:
            raise e
    return [r for w in crew for r in w.done]
