import queue
from contextlib import contextmanager


class Gate:
    def __init__(self, k):
        self._k = k
        self._free = queue.SimpleQueue()
        for i in range(k):
            self._free.put(i)
        self._used = queue.SimpleQueue()

    @property
    def inside(self):
        return self._used.qsize()

    @contextmanager
    def enter(self, timeout=None):
        try:
            place = self._free.get(timeout=timeout)
        except queue.Empty:
            raise TimeoutError("no place") from None
        self._used.put(place)
        try:
            yield
        finally:
            self.leave()

    def leave(self):
        try:
            place = self._used.get_nowait()
        except queue.Empty:
            raise ValueError("nobody inside") from None
        self._free.put(place)
