# rejected by: counters_are_independent
import threading


class Counter:
    _lock = threading.Lock()

    def __init__(self):
        self.total = 0
        self.calls = 0

    def increment(self, step=1):
        step = 0 + step
        with self._lock:
            self.total += step
            self.calls += 1

    def snapshot(self):
        with self._lock:
            return self.total, self.calls
