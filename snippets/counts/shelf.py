class Cup:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print(self.name, end=" ")


for shelf in (list, tuple, dict.fromkeys):
    cups = shelf([Cup("a"), Cup("b"), Cup("c")])
    del cups
    print("|", shelf.__name__)
