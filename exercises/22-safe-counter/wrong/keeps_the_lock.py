# rejected by: a_bad_step_changes_nothing
import threading


class Counter:
    def __init__(self):
        self._lock = threading.Lock()
        self.total = 0
        self.calls = 0

    def increment(self, step=1):
        self._lock.acquire()
        self.total += step
        self.calls += 1
        self._lock.release()

    def snapshot(self):
        with self._lock:
            return self.total, self.calls
