class TempThing:
    def __init__(self, name, remove):
        self.name = name
        self.remove = remove

    def close(self):
        """Remove it now, unless that was done."""
        self.remove(self.name)

    def __del__(self):
        self.close()
