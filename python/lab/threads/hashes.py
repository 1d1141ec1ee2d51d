"""Hashes by number instead of by address, for what the standard library keeps in sets.

A pool joins the set of its threads, a task group cancels the set of its tasks, `as_completed` looks
through a set of futures: in which order would depend on where memory happened to be free.
"""

from itertools import count

_numbers = count()


def restart():
    """Begin to count anew: another run, the same numbers."""
    global _numbers
    _numbers = count()


def _number(self):
    number = self.__dict__.get("_number")
    if number is None:
        number = self.__dict__["_number"] = next(_numbers)
    return number


def install():
    """Number threads, futures and tasks when they are first hashed."""
    from asyncio import Future as AsyncioFuture
    from concurrent.futures import Future
    from threading import Thread

    for kind in (Thread, Future, AsyncioFuture):
        kind.__hash__ = _number
