"""What the snapshot of an interpreter's memory froze, and what must begin with the run.

A program is to find what it would find in a process of its own: no start of long ago, no traces of
the machine that built the snapshot, no garbage but its own. What is there before it is put aside
(`gc.freeze`), so that the collector's pace follows the program's heap: CPython 3.14.2 waits for
twice as many new objects as it has marked, which beside the 28,000 of the engine and the library
are more than most programs make.
"""

import gc
import os
import sys
import time

from ..disguise.built_in import put
from ..threads import scheduler

_collect, _get_stats, _get_freeze_count = gc.collect, gc.get_stats, gc.get_freeze_count
_freeze, _unfreeze = gc.freeze, gc.unfreeze
_before = []  # what `gc.get_stats()` said when the program began
aside = frozenset()  # the addresses of what was put aside, where they are remembered
_kept = []  # these objects: what is gone would leave its address to the program
unfrozen = 0  # how many of these the program has unfrozen, with what it had frozen itself
_frozen = 0  # objects that the program has frozen
_OF_THE_HOST = ("LD_LIBRARY_PATH", "PYTHONINSPECT")  # set by Pyodide, for itself


def install():
    """Name no file of the machine that the snapshot is made on; let `gc` count from the start."""
    sys.executable = sys._base_executable = os.environ["_"]
    put(gc, freeze, unfreeze, get_stats, get_freeze_count)


def put_aside(remember=False):
    """Put aside what is there now, and what tells of the host: it is not the program's.

    `gc.get_referrers` does not look there. A look at the collector has it remembered, in `aside`.
    """
    global aside, unfrozen, _frozen
    unfrozen = _frozen = 0
    for name in _OF_THE_HOST:
        os.environ.pop(name, None)
    os.environ["PWD"] = os.getcwd()
    aside = frozenset()
    _kept.clear()
    if remember:
        _unfreeze()  # the snapshot has put most aside already, and these are to be remembered, too
    _collect()
    if remember:
        _kept.extend(gc.get_objects())
        aside = frozenset(map(id, _kept))
    _freeze()


def freeze():
    """Freeze all current tracked objects and ignore them for future collections."""
    global _frozen
    before = _get_freeze_count()
    _freeze()
    _frozen += _get_freeze_count() - before


def unfreeze():
    """Unfreeze all objects in the permanent generation."""
    global unfrozen, _frozen
    unfrozen += _get_freeze_count() - _frozen
    _frozen = 0
    _unfreeze()


def begin():
    """The program's first statement is next. The clock must stand."""
    logging = sys.modules.get("logging")
    if logging is not None:
        logging._startTime = time.time_ns()
    _collect(0)  # a full collection would empty the free lists, too
    _before[:] = [_get_stats(), _get_freeze_count()]
    scheduler.run.begin()


def get_stats():
    """Return a list of dictionaries containing per-generation statistics."""
    if not _before:
        return _get_stats()
    return [
        {name: number - old[name] for name, number in now.items()}
        for now, old in zip(_get_stats(), _before[0], strict=True)
    ]


def get_freeze_count():
    """Return the number of objects in the permanent generation."""
    return max(0, _get_freeze_count() - (_before[1] if _before else 0))
