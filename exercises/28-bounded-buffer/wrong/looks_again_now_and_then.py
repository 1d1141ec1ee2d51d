# rejected by: does_not_poll
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
            while len(self._items) == self._size and not self._closed:
                self._changed.wait(0.5)
            if self._closed:
                raise ValueError("the buffer is closed")
            self._items.append(item)
            self._changed.notify_all()

    def get(self):
        with self._changed:
            while not self._items and not self._closed:
                self._changed.wait(0.5)
            if not self._items:
                raise EOFError("the buffer is closed and empty")
            self._changed.notify_all()
            return self._items.popleft()

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
