"""Fails a check by a sentence of the author's, with what proves it."""

from ..guard import pristine
from ..guard.state import CheckFailed, TooMuch, failed
from . import witness

__builtins__ = pristine.builtins


def fail(message, *, numbers=None, events=None, objects=None):
    """Fail; at most one of the three is the witness.

    `numbers` is `[(what, value, limit, unit, "less" | "more" | "equal")]`, `events` is
    `[(at, who, what)]`, `objects` is an object that should not be held.
    """
    proof = None
    if numbers is not None:
        proof = witness.numbers(numbers)
    elif events is not None:
        proof = witness.events(events)
    elif objects is not None:
        proof = witness.objects(objects)
    raise failed(message, proof)


def require(condition, message, **proof):
    """Fail unless `condition` holds; it must be a bool."""
    if condition is not True and (condition is False or type(condition) is not bool):
        if type(condition) in (int, str, list, tuple, dict, set, float) and condition:
            return
        fail(message, **proof)


class raises:
    """The block must raise an exception of that kind; `error` is the one that came."""

    def __init__(self, kind, what):
        self.kind = kind
        self.what = what
        self.error = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        kinds = self.kind if type(self.kind) is tuple else (self.kind,)
        wanted = " or ".join(known.__name__ for known in kinds)
        if error is None:
            raise failed(f"{self.what} raises nothing, expected {wanted}")
        if any(known in type.mro(type(error)) for known in kinds):
            self.error = error
            return True
        if isinstance(error, (CheckFailed, TooMuch)) or not isinstance(error, Exception):
            return False
        raise failed(f"{self.what} raises {told(error)}, expected {wanted}")


def told(error):
    """An exception in few words."""
    try:
        message = BaseException.__str__(error)
    except Exception:
        message = ""
    return f"{type(error).__name__}: {message}".removesuffix(": ")
