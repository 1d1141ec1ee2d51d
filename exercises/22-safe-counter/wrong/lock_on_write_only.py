# rejected by: no_update_is_lost
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self.total = 0
        self.calls = 0

    def increment(self, step=1):
        total, calls = self.total + step, self.calls + 1
        with self._lock:
            self.total = total
            self.calls = calls

    def snapshot(self):
        with self._lock:
            return self.total, self.calls
