# rejected by: notices_one_leave_too_many
from contextlib import contextmanager
from threading import Lock, Semaphore


class Gate:
    def __init__(self, k):
        self._places = Semaphore(k)
        self._lock = Lock()
        self.inside = 0

    @contextmanager
    def enter(self, timeout=None):
        if not self._places.acquire(timeout=timeout):
            raise TimeoutError
        with self._lock:
            self.inside += 1
        try:
            yield
        finally:
            self.leave()

    def leave(self):
        with self._lock:
            self.inside -= 1
        self._places.release()
