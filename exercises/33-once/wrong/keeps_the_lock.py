# rejected by: tries_again_after_an_error
from threading import Lock

MISSING = object()


class Once:
    def __init__(self, factory):
        self._factory = factory
        self._lock = Lock()
        self._value = MISSING

    def get(self):
        if self._value is MISSING:
            self._lock.acquire()
            if self._value is MISSING:
                self._value = self._factory()
            self._lock.release()
        return self._value
