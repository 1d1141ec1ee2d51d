"""Locks, queues and futures by number, and how the program calls them."""

from json.encoder import encode_basestring_ascii as quoted
from threading import Thread
from weakref import ref

from .deadlock import lock_name

NAMED = 40  # objects whose holders are looked for, which takes milliseconds for each
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
        for number, (reference, kind, name) in enumerate(self._met):
            value = reference()
            if value is not None and number < NAMED and kind not in ("Thread", "Future"):
                found = lock_name(value)
                if not found.startswith("a "):
                    name = found
            yield kind, name or kind


def _local_name(value, frame):
    """The variable of `frame` that holds `value`, or None."""
    if isinstance(value, Thread):
        return value.name
    for variable, other in frame.f_locals.items():
        if other is value:
            return variable
    return None
