"""The cyclic collector while several stacks are alive.

In Pyodide 314.0.7 (CPython 3.14.2) an automatic collection walks the frames of parked threads,
whose entry frames lie on a C stack that others use meanwhile, and the interpreter dies
(pyodide/pyodide#6464). `gc.collect(0)` and `gc.collect(2)` do not walk them. So the automatic
collector is off while more than one thread is alive, and the engine collects where threads may be
switched: the young generation by its threshold, everything by the rule of the generational
collector (Python/gc.c: once the new objects are a quarter of those that live long).
"""

import gc

from ..disguise.built_in import put

_YOUNG_BEFORE_FULL = 100  # the product of the upper two thresholds
_enable, _disable, _isenabled, _collect = gc.enable, gc.disable, gc.isenabled, gc.collect


class Collector:
    """Stands in for the automatic collector while a second thread is alive."""

    def __init__(self):
        self.on = False
        self.wanted = True  # as far as the program knows, the collector is enabled
        self._young = 0
        self._long_lived = 0

    def begin(self):
        """Take over from the automatic collector."""
        if not self.on:
            self.on = True
            self.wanted = _isenabled()
            _disable()

    def end(self):
        """Leave it to the automatic collector again."""
        if self.on:
            self.on = False
            if self.wanted:
                _enable()

    def is_due(self):
        """Whether it is time to collect."""
        return self.wanted and gc.get_count()[0] > gc.get_threshold()[0] > 0

    def is_near(self):
        """Whether it may soon be time."""
        return self.wanted and gc.get_count()[0] > gc.get_threshold()[0] / 4 > 0

    def run(self):
        """Collect the young generation, or everything; called where a thread may be switched."""
        _collect(0)
        self._young += 1
        if self._young >= _YOUNG_BEFORE_FULL:
            alive = len(gc.get_objects())
            if alive - self._long_lived > self._long_lived // 4:
                self._young = 0
                _collect(2)
                self._long_lived = len(gc.get_objects())


current = Collector()
asked = None  # called before a collection that the program asks for, where one looks on


def reason(code):
    """Why a collection runs whose caller is `code`: "asked", "engine", or else "automatic"."""
    if code is collect.__code__:
        return "asked"
    return "engine" if code is Collector.run.__code__ else "automatic"


def pause():
    """Keep the automatic collector from running; return what `go_on` takes."""
    is_on = _isenabled()
    _disable()
    return is_on


def go_on(is_on):
    """Let it run again, where it did before."""
    if is_on:
        _enable()


def collect_young():
    """Collect what has come to life since the last collection, as the program does not see."""
    _collect(0)


def enable():
    """Enable automatic garbage collection."""
    if current.on:
        current.wanted = True
    else:
        _enable()


def disable():
    """Disable automatic garbage collection."""
    if current.on:
        current.wanted = False
    else:
        _disable()


def isenabled():
    """Returns true if automatic garbage collection is enabled."""
    return current.wanted if current.on else _isenabled()


def collect(generation=2):
    """Run the garbage collector; beside threads, generation 1 is collected as generation 0."""
    if asked is not None:
        asked()
    return _collect(0 if generation == 1 and current.on else generation)


def install():
    """Let the module `gc` tell the program what holds for it."""
    put(gc, enable, disable, isenabled, collect)
