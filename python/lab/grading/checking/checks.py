"""The checks of an exercise: plain functions that were marked."""

from types import ModuleType

from ..guard import pristine

__builtins__ = pristine.builtins

registered = []


class Check:
    """A function of check.py, and what it is worth."""

    def __init__(self, function, points, seconds):
        self.function = function
        self.name = function.__name__
        self.title = (function.__doc__ or self.name.replace("_", " ")).strip().splitlines()[0]
        self.points = points
        self.seconds = seconds


def check(points=1, seconds=600):
    """Mark a check: what it is worth, and after how long it is ended, by the answer's clock."""
    if callable(points):
        return check()(points)

    def mark(function):
        registered.append(Check(function, points, seconds))
        return function

    return mark


def load(source, name="check.py"):
    """Run a check.py; return its checks in order, and its module."""
    registered.clear()
    module = ModuleType("check")
    module.__dict__["__builtins__"] = pristine.builtins
    exec(compile(source, name, "exec", dont_inherit=True), module.__dict__)
    found = list(registered)
    registered.clear()
    if not found:
        raise ValueError("check.py has no function marked with @check().")
    return found, module
