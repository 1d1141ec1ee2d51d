# rejected by: freed_means_removed
import weakref


class TempThing:
    def __init__(self, name, remove):
        self.name = name
        self.remove = remove
        self.closed = False
        weakref.finalize(self, self.close)

    def close(self):
        if not self.closed:
            self.closed = True
            self.remove(self.name)
