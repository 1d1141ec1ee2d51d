# rejected by: set_and_put_back
class changed:
    def __init__(self, owner, name, value):
        self.owner, self.name = owner, name
        self.before = getattr(owner, name)
        setattr(owner, name, value)

    def __enter__(self):
        pass

    def __exit__(self, *error):
        setattr(self.owner, self.name, self.before)
