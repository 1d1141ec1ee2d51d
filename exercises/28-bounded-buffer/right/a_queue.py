import queue
from threading import Condition


class Buffer:
    def __init__(self, size):
        self._queue = queue.Queue(size)

    def put(self, item):
        try:
            self._queue.put(item)
        except queue.ShutDown:
            raise ValueError("closed") from None

    def get(self):
        try:
            return self._queue.get()
        except queue.ShutDown:
            raise EOFError from None

    def close(self):
        self._queue.shutdown()
