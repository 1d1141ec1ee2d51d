class Basket:
    def __init__(self, items=[]):
        self.items = items


yours, mine = Basket(), Basket()
yours.items.append("bread")
print("mine:", mine.items)

del yours, mine
print("a new one:", Basket().items)
print(Basket.__init__.__defaults__)
