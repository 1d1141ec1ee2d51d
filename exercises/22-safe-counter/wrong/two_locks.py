# rejected by: no_snapshot_is_torn
import threading


class Counter:
    def __init__(self):
        self._total_lock = threading.Lock()
        self._calls_lock = threading.Lock()
        self.total = 0
        self.calls = 0

    def increment(self, step=1):
        with self._total_lock:
            self.total += step
        with self._calls_lock:
            self.calls += 1

    def snapshot(self):
        with self._total_lock, self._calls_lock:
            return self.total, self.calls
