# rejected by: does_not_poll
import time
from collections import deque
from threading import Lock


class Buffer:
    def __init__(self, size):
        self._size = size
        self._items = deque()
        self._closed = False
        self._lock = Lock()

    def put(self, item):
        while True:
            with self._lock:
                if self._closed:
                    raise ValueError("closed")
                if len(self._items) < self._size:
                    self._items.append(item)
                    return
            time.sleep(0.01)

    def get(self):
        while True:
            with self._lock:
                if self._items:
                    return self._items.popleft()
                if self._closed:
                    raise EOFError("closed")
            time.sleep(0.01)

    def close(self):
        self._closed = True
