# rejected by: one_call_in_every_schedule
from threading import Lock

MISSING = object()


class Once:
    def __init__(self, factory):
        self._factory = factory
        self._lock = Lock()
        self._value = MISSING

    def get(self):
        if self._value is MISSING:
            with self._lock:
                self._value = self._factory()
        return self._value
