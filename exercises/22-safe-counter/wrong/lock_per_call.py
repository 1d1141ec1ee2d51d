# rejected by: no_update_is_lost
import threading


class Counter:
    def __init__(self):
        self.total = 0
        self.calls = 0

    def increment(self, step=1):
        with threading.Lock():
            self.total += step
            self.calls += 1

    def snapshot(self):
        with threading.Lock():
            return self.total, self.calls
