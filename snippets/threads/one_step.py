stock = [3, 1, 2]


def price(item):
    print("meanwhile the list is", stock)
    return item


class Key:
    __hash__ = lambda self: 1

    def __eq__(self, other):
        print("Python code runs inside d[k] = v")
        return True


stock.sort(key=price)
prices = {Key(): 9}
prices[Key()] = 10
