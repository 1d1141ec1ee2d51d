# rejected by: at_exit_at_the_latest
class TempThing:
    def __init__(self, name, remove):
        self.name = name
        self.remove = remove
        self.closed = False

    def close(self):
        if not self.closed:
            self.closed = True
            self.remove(self.name)

    def __del__(self):
        self.close()
