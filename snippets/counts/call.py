def look(thing):
    same = thing
    return len(same)


def work():
    data = ["a", "b"]
    print(look(data))


work()
