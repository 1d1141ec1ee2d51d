# rejected by: gives_up
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock


class Gate:
    def __init__(self, k):
        self._places = BoundedSemaphore(k)
        self._lock = Lock()
        self.inside = 0

    @contextmanager
    def enter(self, timeout=None):
        with self._places:
            with self._lock:
                self.inside += 1
            try:
                yield
            finally:
                with self._lock:
                    self.inside -= 1

    def leave(self):
        self._places.release()
