class Bead:
    __slots__ = ()


string = [Bead() for _ in range(150)]
place = id(string[148])
del string[1::3]
more = [Bead() for _ in range(150)]
print(place in map(id, more))
string.clear()
