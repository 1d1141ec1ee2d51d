"""K7: an instance with two attributes takes least with __slots__, more without, and more again once its __dict__ was asked for: 48, 88 and 152 bytes on 64 bits, 24, 44 and 84 in the browser."""
# runs on: engine, python>=3.13

import sys
import tracemalloc

COUNT = 20_000


class Plain:
    def __init__(self):
        self.x = self.y = None


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self):
        self.x = self.y = None


def asked():
    thing = Plain()
    vars(thing)
    return thing


def each(make):
    """Return the bytes that one object takes, all of it counted."""
    things = [None] * COUNT
    make()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for i in range(COUNT):
        things[i] = make()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    return round((after - before) / COUNT)


sizes = each(Slotted), each(Plain), each(asked)
assert sizes[0] < 0.6 * sizes[1], sizes
assert sizes[2] > 1.5 * sizes[1], sizes
assert sizes == ((48, 88, 152) if sys.maxsize > 2**32 else (24, 44, 84)), sizes
