"""Looks at the cyclic collector: each collection, what it counts, and how it finds a cycle."""

import sys
from gc import callbacks, get_count, get_objects, get_threshold, is_tracked
from platform import python_version
from sys import _getframe

from .. import host
from ..switching import collecting
from ..system import fresh
from . import cycles
from .look import TOOL, Look, events, monitoring, unnoticed

_SAMPLES = 400  # lines whose counts are told
_AS_FINE = 60  # of them, after which only changes three times as large are told
_MOST_OBJECTS = 200_000  # beyond which they are no longer counted: each count walks them all
_GRAPHS = 6
_COLLECTIONS = 300  # that are told one by one; later ones only where they found something
_MOST_NAMES = 64  # of objects whose names are remembered: the program's memory holds them too


class CollectorLook(Look):
    """Tells the counts at each line, each collection, and the four steps before one asked for."""

    own_events = events.LINE | events.PY_START

    def begin(self, run, code):
        """Begin with nothing young, so that a run is as the one before."""
        collecting.collect()
        super().begin(run, code)
        monitoring.register_callback(TOOL, events.PY_START, self._called)
        self._samples = _SAMPLES
        self._done = 0  # lines, so far
        self._young = self._told = 0  # young objects: at the last line, and as told last
        self._lines = set()
        self._graphs = _GRAPHS
        self._collections = _COLLECTIONS
        self._began = None  # the collection that goes on: when it began, and what led to it
        self._names = {}  # id → (name, type) of what a global name once held
        self._callback = self._collection  # one bound method, to be known again
        self._missed = False
        self._tracked_before = self._tracked()
        self._before = fresh.aside.union(map(id, get_objects()))
        callbacks.append(self._callback)
        collecting.asked = self.steps
        thresholds = get_threshold()
        self.tell(
            "collector",
            0,
            python=python_version(),
            incremental=thresholds[2] == 0,
            thresholds=thresholds,
        )

    def line(self, line):
        """Tell how much there is to collect, where that is new."""
        counts = get_count()
        self._done += 1
        self._young = counts[0]
        if self._samples == 0 or self._began is not None:
            return
        step = 3 ** ((_SAMPLES - self._samples) // _AS_FINE)
        if line in self._lines and abs(counts[0] - self._told) < step and step > 1:
            return
        self._samples -= 1
        self._lines.add(line)
        self._told = counts[0]
        tracked = self._tracked()
        if tracked is not None:
            young, old = self._tracked_before  # fewer where the program has frozen them
            old += fresh.unfrozen
            tracked = [max(0, tracked[0] - young), max(0, tracked[1] - old)]
        enabled = collecting.isenabled()
        self.tell("counts", line, at=self._done, counts=counts, tracked=tracked, enabled=enabled)
        self._remember()
        if not self._missed and self._callback not in callbacks:
            self._missed = True
            self.tell("blind", line)

    @unnoticed
    def end(self):
        """Tell the steps, where the program never asked for a collection; then look away."""
        if self._graphs == _GRAPHS:
            self.steps(True)
        collecting.asked = None
        if self._callback in callbacks:
            callbacks.remove(self._callback)
        super().end()

    @unnoticed
    def steps(self, only_whole=False):
        """Tell the algorithm's four steps on what the program has made, or only if it is little."""
        line = self.line_of(_getframe(2))
        if self._graphs == 0:
            return
        self._remember()
        is_on = collecting.pause()
        try:
            graph = cycles.steps(self._before, self._names, self.file)
        finally:
            collecting.go_on(is_on)
        if graph is not None and not (only_whole and graph["more"]):
            self._graphs -= 1
            self.tell("steps", line, **graph)

    def _tracked(self):
        """Objects tracked: young and old; None where there are too many to count them often."""
        young, *old = (len(get_objects(generation)) for generation in range(3))
        return (young, sum(old)) if young + sum(old) < _MOST_OBJECTS else None

    def _remember(self):
        """Note which global names hold tracked objects, for when the names are gone."""
        main = sys.modules.get("__main__")
        for name, value in list(vars(main).items()) if main is not None else ():
            if type(name) is str and not name.startswith("__") and is_tracked(value):
                self._names.pop(id(value), None)
                self._names[id(value)] = (name, type(value).__name__)
        while len(self._names) > _MOST_NAMES:
            del self._names[next(iter(self._names))]

    @unnoticed
    def _collection(self, phase, info):
        if phase == "start":
            frame = _getframe(2)
            above = frame.f_code if frame is not None else None
            why = collecting.reason(above)
            self._began = (host.now(), why, self.line_of(frame))
        elif self._began is not None:
            began, why, line = self._began
            took = round((host.now() - began) * 1e6)
            self._began = None
            self._collections -= 1
            if self._collections == 0:
                self.tell("few", line)
            if self._collections <= 0 and not info["collected"]:
                return
            facts = {"at": self._done, "young": self._young, "why": why, "took": took}
            self.tell("collection", line, **facts, **info)

    def _called(self, code, _offset):
        if self._began is not None:
            finalizer = code.co_name == "__del__"
            name = code.co_qualname
            self.tell("call", code.co_firstlineno, name=name, finalizer=finalizer)
