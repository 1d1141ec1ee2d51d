from collections import deque
from threading import Condition


class Buffer:
    def __init__(self, size):
        self._size = size
        self._items = deque()
        self._closed = False
        self._changed = Condition()

    def put(self, item):
        with self._changed:
            if len(self._items) == self._size:
                self._changed.wait()
            self._items.append(item)
            self._changed.notify()

    def get(self):
        with self._changed:
            if not self._items:
                self._changed.wait()
            return self._items.popleft()

    def close(self):
        self._closed = True
