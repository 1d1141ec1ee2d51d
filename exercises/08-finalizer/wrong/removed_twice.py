# rejected by: close_removes_once
import weakref


class TempThing:
    def __init__(self, name, remove):
        self.name = name
        self.remove = remove
        weakref.finalize(self, remove, name)

    def close(self):
        self.remove(self.name)
