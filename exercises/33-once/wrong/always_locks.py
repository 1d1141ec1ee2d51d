# rejected by: no_lock_afterwards
from threading import Lock

MISSING = object()


class Once:
    def __init__(self, factory):
        self._factory = factory
        self._lock = Lock()
        self._value = MISSING

    def get(self):
        with self._lock:
            if self._value is MISSING:
                self._value = self._factory()
            return self._value
