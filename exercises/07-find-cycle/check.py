"""Checks of “Find the cycle”."""

import gc
import types

from lab.grading import check, expect, require


class Node:
    """Something with attributes."""


class Registered:
    """A class that holds its objects."""

    all = []


def require_cycle(answer, start, what, least):
    """The result has to be a way from start to start, of at least so many objects."""
    way = answer.find_cycle(start)
    require(way is not None, f"find_cycle({what}) returned None, expected the objects on a cycle.")
    require(
        isinstance(way, (list, tuple)) and len(way) > 0,
        f"find_cycle({what}) returned a {type(way).__name__}, expected a list of objects.",
    )
    require(
        way[0] is start,
        f"find_cycle({what}) returned a way that does not begin with the object itself.",
    )
    require(
        len({id(one) for one in way}) == len(way) >= least,
        f"find_cycle({what}) returned {len(way)} objects, expected at least {least}, none twice.",
    )
    for number, (holder, found) in enumerate(zip(way, [*way[1:], start])):
        require(
            any(one is found for one in gc.get_referents(holder)),
            f"In the way of find_cycle({what}) object number {number}, a {type(holder).__name__}, does not refer to the next.",
        )


def require_none(answer, start, what):
    """There is no cycle through this object."""
    way = answer.find_cycle(start)
    kinds = [type(one).__name__ for one in way] if isinstance(way, (list, tuple)) else way
    require(way is None, f"find_cycle({what}) returned {kinds}, expected None.")


@check(points=1)
def lists_that_hold_each_other(answer):
    """A list that holds itself, and rings of two and three."""
    alone = [1]
    alone.append(alone)
    require_cycle(answer, alone, "a list that holds itself", 1)
    expect(
        len(answer.find_cycle(alone)), 1, "the length of the way for a list that holds only itself"
    )
    a, b, c = [], {}, []
    a.append((b,))
    b["c"] = c
    c.append(a)
    for what, start in (
        ("the first of a ring", a),
        ("the second of a ring", b),
        ("the last of a ring", c),
    ):
        require_cycle(answer, start, what, 4)
    for one in (alone, a, b, c):
        one.clear()


@check(points=1)
def through_attributes(answer):
    """Objects that hold each other in attributes, in a closure, and in a list."""
    parent, child = Node(), Node()
    parent.children = [child]
    child.parent = parent
    require_cycle(answer, parent, "a parent whose child holds it", 3)
    require_cycle(answer, child, "that child", 3)
    del child.parent
    owner = Node()
    owner.callback = lambda: owner
    require_cycle(answer, owner, "an object with a lambda that uses it", 3)
    del owner.callback


@check(points=2)
def met_twice_is_no_cycle(answer):
    """Two ways to the same object, equal objects, or a cycle elsewhere: None."""
    shared = ["shared"]
    require_none(answer, [[shared], [shared]], "a list that leads to another on two ways")
    equal = [[]]
    require_none(answer, [equal, [[equal, []]]], "lists with equal lists in them")
    elsewhere = []
    elsewhere.append([elsewhere])
    require_none(answer, [1, elsewhere], "a list that holds a cycle, and is not on it")
    elsewhere.clear()
    require_none(answer, [], "an empty list")
    require_none(answer, Node(), "an object without attributes")


@check(points=2)
def thousands_deep(answer):
    """A chain of 5,000 lists, closed and open."""
    last = []
    start = last
    for _ in range(5000):
        start = [start]
    require_none(answer, start, "the first of a chain of 5,000 lists")
    last.append(start)
    require_cycle(answer, start, "the first of a ring of 5,001 lists", 5001)
    last.clear()


@check(points=1)
def not_through_classes_and_modules(answer):
    """A way back through a class or a module does not count."""
    one = Registered()
    Registered.all.append(one)
    require_none(answer, one, "an object that its class holds in a list")
    module = types.ModuleType("module")
    two = [module]
    module.two = two
    require_none(answer, two, "a list that holds a module with the list in it")
    two.append([two])
    require_cycle(answer, two, "the same list, with a cycle past the module", 2)
    two.clear()
    Registered.all.clear()
