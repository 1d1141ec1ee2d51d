"""K3: two objects in a cycle are collected though they have __del__: both finalizers run and gc.garbage stays empty."""
# runs on: engine, python>=3.9

import gc

log = []


class Node:
    __slots__ = ("name", "other")

    def __del__(self):
        log.append(self.name)


gc.collect()
gc.disable()
a, b = Node(), Node()
a.name, b.name = "a", "b"
a.other, b.other = b, a
del a, b
assert log == []
assert gc.collect() == 2
assert sorted(log) == ["a", "b"]
assert gc.garbage == []
