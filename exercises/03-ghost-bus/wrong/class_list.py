# rejected by: no_ghosts
class Bus:
    passengers = []

    def __init__(self, passengers=None):
        if passengers is not None:
            self.passengers = list(passengers)

    def pick(self, name):
        self.passengers.append(name)

    def drop(self, name):
        self.passengers.remove(name)
