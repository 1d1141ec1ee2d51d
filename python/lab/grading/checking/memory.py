"""Counts, bytes, and who is alive."""

import gc
import sys
import tracemalloc
import weakref
from contextlib import contextmanager

from ..guard import audit, pristine
from ..guard.state import failed
from . import witness

__builtins__ = pristine.builtins

_collect, _get_objects, _getrefcount = gc.collect, gc.get_objects, sys.getrefcount
_isenabled, _enable, _disable = gc.isenabled, gc.enable, gc.disable
_start, _stop, _is_tracing = tracemalloc.start, tracemalloc.stop, tracemalloc.is_tracing
_traced, _reset_peak = tracemalloc.get_traced_memory, tracemalloc.reset_peak
_reference = weakref.ref


@contextmanager
def collector_off():
    """Inside, only counts free."""
    was_on = _isenabled()
    _collect()
    _disable()
    try:
        yield
    finally:
        if was_on:
            _enable()


class life:
    """Tells whether an object is alive, and holds no reference to it."""

    def __init__(self, subject):
        self._weak = self._place = None
        try:
            self._weak = _reference(subject)
        except TypeError:
            self._place = (id(subject), type(subject), _contents(subject))

    @property
    def alive(self):
        """Whether the object is still there."""
        return self._find() is not None

    def _find(self):
        if self._weak is not None:
            return self._weak()
        place, kind, contents = self._place
        for candidate in _get_objects():
            if id(candidate) == place and type(candidate) is kind:
                return candidate if _contents(candidate) == contents else None
        return None


def _contents(subject):
    """What tells a container from another that later took its place: the addresses of its items."""
    items = subject.values() if isinstance(subject, dict) else subject
    try:
        return type(subject), tuple(map(id, items))
    except TypeError:
        return type(subject), ()


def require_freed(subject, message):
    """Fail, with a picture of who holds the object, if what `life` watches is alive."""
    found = subject._find()
    if found is not None:
        raise failed(message, witness.objects(found))


def count_change(function, subject):
    """By how much `function(subject)` changes the count of `subject`; its result is dropped."""
    before = _getrefcount(subject)
    function(subject)
    return _getrefcount(subject) - before


def peak_bytes(function):
    """Bytes in use at most while `function()` runs, above the start."""
    with _traced_memory():
        before = _traced()[0]
        _reset_peak()
        result = function()
        peak = _traced()[1] - before
        del result
    return peak


def retained_bytes(function):
    """Bytes left after `function()`; its result is dropped and cycles are collected."""
    _collect()
    with _traced_memory():
        before = _traced()[0]
        function()
        _collect()
        return _traced()[0] - before


def growth(batch):
    """Bytes that a second run of `batch()` keeps: what was made once and for all is not counted."""
    with _traced_memory():
        batch()
        return retained_bytes(batch)


@contextmanager
def _traced_memory():
    was_on, was_measuring = _is_tracing(), audit.measuring
    if not was_on:
        _start(1)
    audit.measuring = True
    try:
        yield
    finally:
        audit.measuring = was_measuring
        if not was_on:
            _stop()
