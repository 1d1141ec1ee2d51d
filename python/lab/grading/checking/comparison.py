"""Compares values by their exact types, so that no answer can say what it is equal to."""

from collections import deque

from ..guard import pristine
from ..guard.state import failed

__builtins__ = pristine.builtins

LONGEST = 120  # characters of a value in a message
MOST = 12  # items of a collection
SCALARS = (int, bool, str, bytes, bytearray, complex, range, type(None), type(...), slice)
ORDERED = (list, tuple, deque)
UNORDERED = (set, frozenset)
_BRACKETS = {list: "[]", tuple: "()", set: "{}", frozenset: "{}", deque: "[]"}


def expect(actual, expected, what):
    """Fail unless `actual` is `expected`, with the same types all the way down."""
    if not same(actual, expected):
        raise failed(differ(actual, expected, what))


def differ(actual, expected, what):
    """The sentence that says that two values differ."""
    came, wanted = show(actual), show(expected)
    if came == wanted:
        came, wanted = f"{came} ({_kind(actual)})", f"{wanted} ({_kind(expected)})"
    return f"{what} is {came}, expected {wanted}"


def expect_close(actual, expected, what, within=0.01):
    """Fail unless two numbers are as close as `within`, relative to `expected`."""
    number = type(actual) in (int, float)
    if not number or abs(actual - expected) > within * abs(expected):
        raise failed(f"{what} is {show(actual)}, expected about {show(expected)}")


def same(one, other):
    """Whether two values are the same: identical, or equal values of the same standard type."""
    if one is other:
        return True
    kind = type(one)
    if kind is not type(other):
        return _same_contents(one, kind, other)
    if kind is float:
        return one == other or (one != one and other != other)
    if kind in SCALARS:
        return one == other
    if kind in ORDERED:
        return len(one) == len(other) and all(same(a, b) for a, b in zip(list(one), list(other)))
    if kind in UNORDERED:
        return _same_sets(one, other)
    if issubclass(kind, dict):
        return _same_dicts(one, other)
    return _is_from_library(kind) and bool(one == other)


def _same_contents(one, kind, other):
    """Whether a named tuple, a Counter … holds the same as a plain tuple or dict."""
    if type(other) is tuple and issubclass(kind, tuple):
        return same(list(tuple.__iter__(one)), list(other))
    return type(other) is dict and issubclass(kind, dict) and _same_dicts(one, other)


def _is_from_library(kind):
    """Whether a type's idea of equality can be trusted."""
    module = kind.__dict__.get("__module__")
    return type(kind) is type and (module is None or module in ("datetime", "decimal", "fractions"))


def _same_sets(one, other):
    left = list(set.__iter__(other) if type(other) is set else frozenset.__iter__(other))
    for item in list(one):
        index = next((i for i, known in enumerate(left) if same(item, known)), None)
        if index is None:
            return False
        del left[index]
    return not left


def _same_dicts(one, other):
    mine, theirs = list(dict.items(one)), list(dict.items(other))
    if len(mine) != len(theirs):
        return False
    for key, value in mine:
        index = next((i for i, (known, _) in enumerate(theirs) if same(key, known)), None)
        if index is None or not same(value, theirs[index][1]):
            return False
        del theirs[index]
    return True


def show(value, depth=0):
    """A value as text, without running code of the answer."""
    kind = type(value)
    if kind in SCALARS or kind is float:
        return _cut(repr(value) if kind is not int else _number(value))
    if depth == 4:
        return "…"
    if kind in _BRACKETS:
        return _cut(_collection(value, kind, depth))
    if kind is dict:
        pairs = [
            f"{show(key, depth + 1)}: {show(item, depth + 1)}"
            for key, item in list(value.items())[:MOST]
        ]
        return _cut("{" + ", ".join(pairs + ["…"] * (len(value) > MOST)) + "}")
    if issubclass(kind, BaseException):
        arguments = ", ".join(show(item, depth + 1) for item in BaseException.args.__get__(value))
        return _cut(f"{kind.__name__}({arguments})")
    if issubclass(kind, type):
        return f"the class {type.__dict__['__name__'].__get__(value)}"
    if kind.__name__ in ("function", "builtin_function_or_method", "method"):
        return f"{value.__name__}()"
    return f"a {kind.__name__} object"


def _collection(value, kind, depth):
    opening, closing = _BRACKETS[kind]
    items = [show(item, depth + 1) for item in list(value)[:MOST]]
    if kind in UNORDERED:
        items.sort()
    inner = ", ".join(items + ["…"] * (len(value) > MOST)) + (
        "," * (kind is tuple and len(value) == 1)
    )
    text = opening + inner + closing
    if kind is set and not value:
        return "set()"
    return text if kind in (list, tuple, set) else f"{kind.__name__}({text})"


def _number(value):
    return repr(value) if value.bit_length() < 200 else f"an int of {value.bit_length()} bits"


def _cut(text):
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _kind(value):
    return f"of type {type(value).__name__}"
