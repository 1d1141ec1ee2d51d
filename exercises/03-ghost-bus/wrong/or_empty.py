# rejected by: leaves_the_list_alone
class Bus:
    def __init__(self, passengers=None):
        self.passengers = passengers or []

    def pick(self, name):
        self.passengers.append(name)

    def drop(self, name):
        self.passengers.remove(name)
