from threading import Lock


class Once:
    def __init__(self, factory):
        self._factory = factory
        self._lock = Lock()
        self._value = None

    def get(self):
        """What the factory made, made once."""
        if self._value is None:
            self._value = self._factory()
        return self._value
