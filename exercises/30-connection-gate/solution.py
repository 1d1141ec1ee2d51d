from contextlib import contextmanager
from threading import BoundedSemaphore, Lock


class Gate:
    def __init__(self, k):
        self._places = BoundedSemaphore(k)
        self._lock = Lock()
        self.inside = 0

    @contextmanager
    def enter(self, timeout=None):
        if not self._places.acquire(timeout=timeout):
            raise TimeoutError("no place became free")
        with self._lock:
            self.inside += 1
        try:
            yield
        finally:
            self.leave()

    def leave(self):
        with self._lock:
            if self.inside == 0:
                raise ValueError("nobody is inside")
            self.inside -= 1
        self._places.release()
