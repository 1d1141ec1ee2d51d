import tracemalloc


def per_object(cls):
    room = [cls() for _ in range(1000)]
    tracemalloc.start()
    room = [cls() for _ in range(1000)]
    size = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return size // 1000


class Plain:
    def __init__(self):
        self.x, self.y = 1, 2


class Slotted(Plain):
    __slots__ = ("x", "y")


class Lean:
    __slots__ = ("x", "y")
    __init__ = Plain.__init__


for cls in (Plain, Slotted, Lean):
    print(cls.__name__, per_object(cls))
