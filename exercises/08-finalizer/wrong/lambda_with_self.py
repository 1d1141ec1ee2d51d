# rejected by: freed_means_removed
import weakref


class TempThing:
    def __init__(self, name, remove):
        self.name = name
        self.close = weakref.finalize(self, lambda: remove(self.name))
