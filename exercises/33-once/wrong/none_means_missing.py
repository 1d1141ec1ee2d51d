# rejected by: none_is_a_value
from threading import Lock


class Once:
    def __init__(self, factory):
        self._factory = factory
        self._lock = Lock()
        self._value = None

    def get(self):
        if self._value is None:
            with self._lock:
                if self._value is None:
                    self._value = self._factory()
        return self._value
