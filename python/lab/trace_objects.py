"""Locks, queues and futures by number, and how the program calls them."""

from json.encoder import encode_basestring_ascii as quoted
from threading import Thread
from weakref import ref

from .names import names_of

NAMED = 100  # objects whose holders are looked for; the time it takes grows with their number
NAMES = {"lock": "Lock", "_PySimpleQueue": "SimpleQueue"}


class Objects:
    """Numbers for objects, in the order in which they are first met; none is kept alive by it."""

    def __init__(self):
        self._known = {}  # id → (number, weak reference)
        self._met = []  # in order: [weak reference, type, name so far or None]

    def number(self, value, frame=None, name=None):
        """The number of `value`; a new one is called `name`, or as `frame` calls it."""
        known = self.known(value)
        if known is not None:
            return known
        kind = type(value).__name__
        if name is None and frame is not None:
            name = _local_name(value, frame)
        reference = ref(value)
        self._met.append((reference, NAMES.get(kind, kind), name))
        self._known[id(value)] = len(self._met), reference
        return len(self._met)

    def known(self, value):
        """The number of `value`, or None where it has none."""
        known = self._known.get(id(value))
        return known[0] if known is not None and known[1]() is value else None

    def tell(self):
        """The `object` events, as JSON texts."""
        return [
            f'["object",0,0,0,{number},{quoted(kind[:200])},{quoted(name[:200])}]'
            for number, (kind, name) in enumerate(self._names(), 1)
        ]

    def _names(self):
        values = [
            reference() for reference, kind, _ in self._met if kind not in ("Thread", "Future")
        ]
        values = [value for value in values if value is not None][:NAMED]
        found = {id(value): name for value, name in zip(values, names_of(values))}
        for reference, kind, name in self._met:
            yield kind, found.get(id(reference())) or name or kind


def _local_name(value, frame):
    """The variable of `frame` that holds `value`, or None."""
    if isinstance(value, Thread):
        return value.name
    for variable, other in frame.f_locals.items():
        if other is value:
            return variable
    return None
