# rejected by: gives_up
from contextlib import contextmanager
from threading import Condition


class Gate:
    def __init__(self, k):
        self._k = k
        self._changed = Condition()
        self.inside = 0

    @contextmanager
    def enter(self, timeout=None):
        with self._changed:
            while self.inside >= self._k:
                if not self._changed.wait(timeout):
                    raise TimeoutError("no place became free")
            self.inside += 1
        try:
            yield
        finally:
            self.leave()

    def leave(self):
        with self._changed:
            if self.inside == 0:
                raise ValueError("nobody is inside")
            self.inside -= 1
            self._changed.notify()
