# rejected by: leaves_the_list_alone
class Bus:
    def __init__(self, passengers=None):
        if passengers is None:
            passengers = []
        self.passengers = passengers

    def pick(self, name):
        self.passengers.append(name)

    def drop(self, name):
        self.passengers.remove(name)
