from weakref import finalize


class TempThing:
    def __init__(self, name, remove):
        self.name = name
        self._finalizer = finalize(self, remove, name)

    def close(self):
        """Remove it now, unless that was done."""
        self._finalizer()
