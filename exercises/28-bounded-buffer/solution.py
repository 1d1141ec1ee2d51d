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
            while len(self._items) == self._size:
                if self._closed:
                    break
                self._changed.wait()
            if self._closed:
                raise ValueError("the buffer is closed")
            self._items.append(item)
            self._changed.notify_all()

    def get(self):
        with self._changed:
            while not self._items and not self._closed:
                self._changed.wait()
            if not self._items:
                raise EOFError("the buffer is closed and empty")
            item = self._items.popleft()
            self._changed.notify_all()
            return item

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
