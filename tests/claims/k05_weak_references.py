"""K5: sets, functions, classes and their instances can be weakly referenced; lists, dicts, tuples, numbers, strings, plain objects and slotted instances cannot."""
# runs on: engine, python>=3.9

import weakref


class Plain:
    pass


class Slotted:
    __slots__ = ("x",)


class WithRoom:
    __slots__ = ("__weakref__", "x")


def weakly(thing):
    try:
        weakref.ref(thing)
    except TypeError:
        return False
    return True


for thing in (set(), frozenset([1]), weakly, Plain, Plain(), WithRoom(), (n for n in "")):
    assert weakly(thing), thing
for thing in ([], {}, (1, 2), 1, 1.5, "a", b"a", None, object(), Slotted()):
    assert not weakly(thing), thing
