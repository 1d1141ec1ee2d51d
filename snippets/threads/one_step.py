class Key:
    __hash__ = lambda self: 1

    def __eq__(self, other):
        print("Python code runs inside d[k] = v")
        return True


stock = [3, 1, 2]
stock.sort(key=lambda n: print("the list is", stock) or n)
prices = {Key(): 9}
prices[Key()] = 10
