"""Locks, queues and futures by number, and how the program calls them."""

from json.encoder import encode_basestring_ascii as quoted
from threading import Thread
from weakref import ref

from ..threads.names import names_of

NAMED = 100  # objects whose holders are looked for; the time it takes grows with their number
NAMES = {"lock": "Lock"}


class Objects:
    """Numbers for objects, in the order in which they are first met; none is kept alive by it.

    Lists side by side, and no tuple for each: what the collector counts would be counted as the
    program's.
    """

    def __init__(self):
        self._numbers = {}  # by id
        self._references = []  # weak ones, number 1 first
        self._kinds = []  # names of types
        self._names = []  # so far, or None

    def number(self, value, frame=None, name=None):
        """The number of `value`; a new one is called `name`, or as `frame` calls it."""
        known = self.known(value)
        if known is not None:
            return known
        kind = type(value).__name__
        if name is None and frame is not None:
            name = _local_name(value, frame)
        self._references.append(ref(value))
        self._kinds.append(NAMES.get(kind, kind))
        self._names.append(name)
        self._numbers[id(value)] = number = len(self._kinds)
        return number

    def known(self, value):
        """The number of `value`, or None where it has none."""
        number = self._numbers.get(id(value))
        return number if number and self._references[number - 1]() is value else None

    def tell(self):
        """The `object` events, as JSON texts."""
        self._find_names()
        return [
            f'["object",0,0,0,{number},{quoted(kind[:200])},{quoted((name or kind)[:200])}]'
            for number, (kind, name) in enumerate(zip(self._kinds, self._names), 1)
        ]

    def _find_names(self):
        """Look for who holds the objects, and prefer its name."""
        held = {}  # place in the lists → object
        for place, kind in enumerate(self._kinds):
            if kind not in ("Thread", "Future") and len(held) < NAMED:
                value = self._references[place]()
                if value is not None:
                    held[place] = value
        for place, name in zip(held, names_of(list(held.values()))):
            self._names[place] = name or self._names[place]


def _local_name(value, frame):
    """The variable of `frame` that holds `value`, or None."""
    if isinstance(value, Thread):
        return value.name
    for variable, other in frame.f_locals.items():
        if other is value:
            return variable
    return None
