# rejected by: freed_means_removed
import atexit


class TempThing:
    def __init__(self, name, remove):
        self.name = name
        self.remove = remove
        self.closed = False
        atexit.register(self.close)

    def close(self):
        if not self.closed:
            self.closed = True
            self.remove(self.name)

    def __del__(self):
        self.close()
