"""What a program's variables hold, in few characters, without running any code of the program."""

import queue
import threading
from collections import deque
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType

from ..threads import locks

LONGEST = 40  # characters of a value
MOST = 6  # items of a collection
DEEPEST = 3

LOCKS = (locks.lock, locks.RLock)
HIDDEN = (ModuleType, FunctionType, BuiltinFunctionType, MethodType, type, threading.Thread)
_BRACKETS = {list: "[]", tuple: "()", set: ("{", "}"), frozenset: ("frozenset({", "})")}


def short(value, depth=0):
    """A value as text: like `repr`, but cut, and of an object its attributes."""
    kind = type(value)
    if value is None or kind in (bool, int, float, complex, str, bytes):
        return _cut(_number(value) if kind is int else repr(value))
    if depth == DEEPEST:
        return "…"
    if kind in _BRACKETS:
        opening, closing = _BRACKETS[kind]
        comma = "," if kind is tuple and len(value) == 1 else ""
        return (
            _cut(opening + _items(list(value), depth) + comma + closing) if value else repr(value)
        )
    if kind is dict:
        pairs = [
            f"{short(k, depth + 1)}: {short(v, depth + 1)}" for k, v in list(value.items())[:MOST]
        ]
        return _cut("{" + ", ".join(pairs + ["…"] * (len(value) > MOST)) + "}")
    if kind is deque:
        return _cut(f"deque([{_items(list(value), depth)}])")
    if isinstance(value, queue.Queue):
        return _cut(f"{kind.__name__}([{_items(list(value.queue), depth)}])")
    if isinstance(value, threading.Event):
        return "set" if value._flag else "not set"
    if isinstance(value, threading.Semaphore):
        return f"{kind.__name__}({value._value})"
    if isinstance(value, (type, FunctionType)):
        return value.__name__
    return _object(value, depth)


def _number(value):
    return repr(value) if value.bit_length() < 200 else f"an int of {value.bit_length()} bits"


def _cut(text):
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _items(values, depth):
    return ", ".join(
        [short(value, depth + 1) for value in values[:MOST]] + ["…"] * (len(values) > MOST)
    )


def attributes_of(value):
    """The instance's own attributes; none where it has no plain dict of them."""
    if isinstance(value, (*HIDDEN, *LOCKS)):
        return {}
    try:
        found = object.__getattribute__(value, "__dict__")
    except AttributeError:
        return {}
    return found if type(found) is dict else {}


def _object(value, depth):
    pairs = [
        f"{name}={short(each, depth + 1)}"
        for name, each in list(attributes_of(value).items())
        if not is_machinery(each)
    ]
    name = type(value).__name__
    return _cut(f"{name}({', '.join(pairs[:MOST])})") if pairs else f"<{name}>"


def is_machinery(value):
    """Whether a value is what threads are made with, or a definition: no state of the program's."""
    if isinstance(value, (*HIDDEN, *LOCKS, threading.Condition)):
        return True
    if isinstance(value, (list, tuple)) and value:
        return all(map(is_machinery, value))
    return type(value).__module__.partition(".")[0] in ("concurrent", "lab", "_thread", "itertools")


def variables(names):
    """`{name, value}` of the variables in a namespace that hold something of the program's."""
    return [
        {"name": name, "value": short(value)}
        for name, value in list(names.items())
        if not name.startswith("__") and not is_machinery(value)
    ]


def find_locks(names):
    """Each lock that a namespace leads to, as `(name, lock)`, in the order of the names."""
    found, seen = [], set()

    def look(name, value, depth):
        if id(value) in seen or depth > DEEPEST:
            return
        seen.add(id(value))
        if isinstance(value, threading.Condition):
            look(name, value._lock, depth)
        elif isinstance(value, LOCKS):
            found.append((name, value))
        elif isinstance(value, (list, tuple)):
            for index, each in enumerate(value[:50]):
                look(f"{name}[{index}]", each, depth + 1)
        elif type(value) is dict:
            for key, each in list(value.items())[:50]:
                look(f"{name}[{short(key)}]", each, depth + 1)
        elif not type(value).__module__.startswith(("threading", "queue", "concurrent", "logging")):
            for attribute, each in list(attributes_of(value).items()):
                look(f"{name}.{attribute}", each, depth + 1)

    for name, value in list(names.items()):
        if not name.startswith("__"):
            look(name, value, 0)
    return found
