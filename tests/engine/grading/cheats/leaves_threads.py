import threading
def work():
    while True:
        try:
            lock = threading.Lock()
            lock.acquire()
            lock.acquire()
        except BaseException:
            pass
threading.Thread(target=work, daemon=True).start()


class Counter:
    def __init__(self):
        self.total = 0
        self.calls = 0

    def increment(self, step=1):
        self.total += step
        self.calls += 1

    def snapshot(self):
        return self.total, self.calls
