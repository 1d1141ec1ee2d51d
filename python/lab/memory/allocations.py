"""Looks at what each line of a program allocates, by tracemalloc: how much is alive, and the peak.

Sizes are those of this build: 32-bit, so most objects are about half as large as on a laptop.
"""

import builtins
from _tracemalloc import (
    _get_traces,
    get_traced_memory,
    is_tracing,
    reset_peak,
    start,
    stop,
)

from ..host import memory
from ..switching.code_objects import code_objects
from .look import TOOL, Look, events, monitoring, unnoticed

_FRAMES = 12  # of a library's calls, in which the program's line is looked for
_SAMPLES = 60  # times that blocks are counted by line
_BLOCKS = 600_000  # blocks that are looked at for it, in all
_PART = 0.04  # of the most so far: a change that is worth counting by line
_SMALL_PART = 0.004  # one that is worth telling, where the line is known
_OURS = "/memory/look.py", "/memory/allocations.py", "/lab/host.py"


class AllocationsLook(Look):
    """Tells, before each line, the bytes alive, and now and then those of each line."""

    most = 1500
    own_events = events.LINE | events.PY_START | events.PY_RETURN

    def prepare(self, main):
        """Let the program mark functions `@profile`, as memory_profiler does."""
        self._profiled = {}  # code → _Profile
        builtins.profile = self._profile

    def begin(self, run, code):
        """Count from now on."""
        super().begin(run, code)
        monitoring.register_callback(TOOL, events.PY_START, self._starts)
        monitoring.register_callback(TOOL, events.PY_RETURN, self._ends)
        names = {name for part in code_objects(code) for name in part.co_names}
        self._own = "tracemalloc" in names  # the program measures too: leave its peak alone
        self._samples, self._blocks = _SAMPLES, _BLOCKS
        self._most = self._counted = self._told = self._peak = 0
        self._lines = set()
        self._doing = self._peak_line = 0
        self._blind = self._few = False
        start(_FRAMES)

    def line(self, line, final=False):
        """Tell what is alive."""
        if not is_tracing():
            if not self._blind:
                self._blind = True
                self.tell("blind", line)
            return
        current, peak = get_traced_memory()
        self._most = max(self._most, current)
        if peak > self._peak:
            self._peak, self._peak_line = peak, self._doing
        self._doing = line
        if line not in self._lines or abs(current - self._told) > _SMALL_PART * self._most:
            self._sample(line, current, final)
        if not self._own:
            reset_peak()

    def _sample(self, line, current, final):
        """Tell a sample."""
        self._lines.add(line)
        self._told = current
        lines = None
        if final or abs(current - self._counted) > _PART * self._most:
            self._counted = current
            lines = self._by_line(final)
        facts = {"current": current, "peak": self._peak, "of": self._peak_line, "memory": memory()}
        self.tell("sample", line, **facts, lines=lines)
        self._peak = 0

    @unnoticed
    def end(self):
        """Tell what is left at the end, and the tables of marked functions."""
        self._left = max(self._left, 1 + len(self._profiled))
        self.line(0, True)
        stop()
        for code, profile in self._profiled.items():
            profile.tell(self, code)
        if getattr(builtins, "profile", None) == self._profile:
            del builtins.profile
        super().end()

    def _by_line(self, final):
        """`[line, bytes, blocks]` of each line of the program that allocated what is alive."""
        if not final and (self._samples == 0 or self._blocks < 0):
            if not self._few:
                self._few = True
                self.tell("few", self._doing)
            return None
        self._samples -= 1
        sums = {}
        traces = _get_traces()
        self._blocks -= len(traces)
        for _domain, size, frames, _length in traces:
            for file, line in frames:
                if file.endswith(_OURS):
                    break  # what the look itself does on the way
                if file == self.file:
                    before = sums.get(line, (0, 0))
                    sums[line] = before[0] + size, before[1] + 1
                    break
        return [[line, *sums[line]] for line in sorted(sums)]

    # Functions that are marked `@profile`.

    def _profile(self, function):
        """Mark a function whose lines are to be listed, as memory_profiler's `profile` does."""
        code = getattr(function, "__code__", None)
        if code is None:
            raise TypeError("profile marks functions that are written in Python")
        self._profiled[code] = _Profile(code.co_firstlineno)
        return function

    @unnoticed
    def _starts(self, code, _offset):
        if code in self._profiled:
            self._profiled[code].starts()

    @unnoticed
    def _ends(self, code, _offset, _value):
        if code in self._profiled:
            self._profiled[code].reaches(None)

    @unnoticed
    def _at_line(self, code, line):
        if code in self._profiled:
            self._profiled[code].reaches(line)
        if self._left == 0 and not self._profiled:
            self._doing = 0  # what is done at the next peak is not known
            return monitoring.DISABLE
        self.line(line)
        return None


class _Profile:
    """The rows of one function, by the rules of memory_profiler's CodeMap."""

    def __init__(self, first):
        self._first = first
        self._rows = {}  # line → (increment, usage, occurrences)
        self._line = None  # that is being done
        self._before = 0  # bytes when it began

    def starts(self):
        """The function is called."""
        self._note(self._first, 0)
        self._line = None

    def reaches(self, line):
        """The line before is done; None where the function returns."""
        if self._line is not None:
            self._note(self._line, self._before)
        self._line = line
        self._before = get_traced_memory()[0]

    def _note(self, line, before):
        now = get_traced_memory()[0]
        increment, usage, times = self._rows.get(line, (0, 0, 0))
        self._rows[line] = increment + now - before, max(now, usage), times + 1

    def tell(self, look, code):
        """Tell the table."""
        rows = [
            [line, self._rows[line][1], self._rows[line][0], self._rows[line][2]]
            for line in sorted(self._rows)
        ]
        look.tell("profile", self._first, name=code.co_qualname, rows=rows)
