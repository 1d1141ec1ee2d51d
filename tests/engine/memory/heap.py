"""Objects of all kinds, and what Python itself says of them: for the test of the heap's reader."""

import gc
import json
import random
import sys
import types
import weakref

some = random.Random(5)


class Plain:
    """Its attributes lie behind it."""

    def method(self):
        """Be bound."""


class Slotted:
    __slots__ = ("left", "right")


class Both(Slotted):
    """Has slots, and a dict of its own beside them."""


class Ints(int):
    pass


class Lists(list):
    pass


class Dicts(dict):
    pass


class Tuples(tuple):
    pass


def number():
    """Return an int of one to many digits."""
    return some.choice((1, -1)) * some.getrandbits(some.choice((3, 29, 31, 61, 300)))


def text():
    """Return a str of any width, short or long."""
    letters = some.choice(("abcxyz '\n", "aé", "a€", "a🐍"))
    return "".join(some.choice(letters) for _ in range(some.choice((0, 1, 2, 20, 60))))


def plain(cls, made):
    """Return an object of `cls`, its attributes set, deleted, and read through its dict or not."""
    value = cls()
    for index in range(some.choice((0, 1, 3, 12, 40))):
        setattr(value, some.choice(("a", "é", "key")) + str(index), some.choice(made))
    for name in list(vars(value))[:: some.choice((1, 3, 50))] if some.random() < 0.5 else ():
        delattr(value, name)
    if some.random() < 0.1:
        value.__dict__ = {"other": some.choice(made)}
    return value


def slotted(made):
    """Return an object with one or two slots filled."""
    value = Slotted()
    value.left = some.choice(made)
    if some.random() < 0.5:
        value.right = some.choice(made)
    return value


def both(made):
    """Return an object with slots and a dict."""
    value = plain(Both, made)
    value.left = some.choice(made)
    return value


def table(made, cls=dict):
    """Return a dict with keys of one kind or another, some deleted."""
    key = some.choice((number, text, lambda: (number(), text())))
    value = cls((key(), some.choice(made)) for _ in range(some.choice((0, 1, 5, 6, 40, 300))))
    for name in list(value)[:: some.choice((2, 5, 400))]:
        if some.random() < 0.5:
            del value[name]
    return value


def closure(made):
    """Return a function that holds objects in every way."""
    outer = some.choice(made)

    def function(one=some.choice(made), *, two=some.choice(made)):
        return outer, one, two

    if some.random() < 0.3:
        function.mark = some.choice(made)
    return function


def error(made):
    """Return an exception that was raised."""
    try:
        raise some.choice((ValueError, KeyError, OSError))(some.choice(made))
    except Exception as raised:
        return raised


def objects(count):
    """Return so many objects, of which many refer to earlier ones."""
    made = [None, True, Plain(), object()]

    def several(most):
        return [some.choice(made) for _ in range(some.randrange(most))]

    kinds = (
        number,
        some.random,
        text,
        lambda: text().encode(),
        lambda: several(40),
        lambda: list(range(some.randrange(50))),
        lambda: tuple(several(9)),
        lambda: {number() for _ in range(some.randrange(60))} - set(range(8)),
        lambda: frozenset(text() for _ in range(9)),
        lambda: table(made),
        lambda: plain(Plain, made),
        lambda: slotted(made),
        lambda: both(made),
        lambda: Ints(number()),
        lambda: Lists(several(9)),
        lambda: Tuples(several(9)),
        lambda: table(made, Dicts),
        lambda: closure(made),
        lambda: closure(made).__closure__[0],
        lambda: Plain().method,
        lambda: types.MethodType(len, some.choice(made)),
        lambda: weakref.ref(some.choice([one for one in made[-40:] if type(one) is Plain] or [Plain])),
        lambda: error(made),
        lambda: error(made).__traceback__,
        object,
    )
    while len(made) < count:
        made.append(kinds[len(made) % len(kinds)]())
    for value in made:
        if type(value) is list and some.random() < 0.3:
            value.append(some.choice(made))
        if type(value) is Plain and some.random() < 0.3:
            vars(value)
    return made


def told(made):
    """Return a row for each object: `[id, references, size, ids that it refers to]`."""
    rows = []
    for value in made:
        held = sys.getrefcount(value)
        if not sys._is_immortal(value):
            held -= 1  # by `value`, which is gone when the host looks
        referents = sorted(map(id, gc.get_referents(value)))
        rows.append([id(value), held, sys.getsizeof(value), type(value).__name__, referents])
    return rows


def shown(made):
    """Return `[id, repr]` of the objects of builtin types that have a value."""
    plain = (int, float, str, bytes, bool, type(None))
    return [[id(value), repr(value)] for value in made if type(value) in plain]


def graph():
    """Return random objects that refer to each other, and `[id, references]` as they were made."""
    nodes = [some.choice((Plain, list, dict))() for _ in range(some.randrange(2, 12))]
    counts = [1] * len(nodes)  # the list of nodes
    for _ in range(some.randrange(30)):
        source = some.choice(nodes)
        index = some.randrange(len(nodes))
        counts[index] += 1
        if type(source) is list:
            source.append(nodes[index])
        elif type(source) is dict:
            source[len(source)] = nodes[index]
        else:
            setattr(source, f"a{len(vars(source))}", nodes[index])
    return nodes, [[id(node), count] for node, count in zip(nodes, counts)]


def graphs(count):
    """Return many of them, kept alive, and all that is known."""
    kept = [graph() for _ in range(count)]
    known = [pair for _, pairs in kept for pair in pairs]
    return [nodes for nodes, _ in kept], known


class Many:
    """Keeps objects alive, and says as JSON what is known of them."""

    def __init__(self, count):
        self.made = objects(count)
        self.text = json.dumps([told(self.made), shown(self.made)])


class Graphs:
    """Keeps random graphs alive, and says as JSON which counts their objects have."""

    def __init__(self, count):
        self.kept, known = graphs(count)
        self.text = json.dumps(known)
