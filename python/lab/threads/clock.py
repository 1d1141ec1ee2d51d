"""The time that a program sees: virtual, so that waiting costs nothing, or real.

Every clock of CPython (`time.time`, `monotonic`, `datetime.now`, the event loop's) asks the host in
the end, and the host answers from one cell of memory while the clock is virtual: they agree with
each other, and none of them is replaced.
"""

from array import array
from time import perf_counter

from .. import host

LOOK = 100e-9  # seconds from one look of the interpreter to the next, about as in the page
_LOOKS = 500  # of the interpreter, between two beats
_FOR_EVER = 2**30  # looks until the next beat
_LOOKS_TO_PAUSE = 2  # at the entry of whoever pauses, and of `pause`


class VirtualClock:
    """A clock that moves only by waiting and by work done, in steps of Python, not of C code.

    The interpreter beats every 500 times that it looks whether there is something else to do: at
    the entry of a function, a turn of a loop, a call of C code (`runtime/worker/program.ts`).
    """

    is_virtual = True

    def __init__(self):
        """Start the clock at zero; the host reads it from now on.

        `cell[0]` is the time, and may be moved on in place: `advance` in the least time.
        """
        self.cell, self._looks_left = host.keep_time()
        self._since_beat = 0.0  # work done since the last beat, as `pause` found it
        self.counting = False
        self.count_beats(True)

    def as_real(self):
        """Return a real clock that goes on from here; every clock of the program's follows it."""
        host.share_time(self.now())
        return RealClock(self.now())

    def restart(self):
        """Go back to zero, and let only `advance` and waiting move the clock."""
        self.cell[0] = self.cell[1] = self._since_beat = 0.0
        self.counting = False

    def count_beats(self, counting):
        """Whether the interpreter's own beat moves the clock; else only `advance` does."""
        if self.counting and not counting:
            self.cell[0] += (_LOOKS - self._looks_left.value) * LOOK
            self._since_beat = 0.0
        elif counting and not self.counting:
            self._looks_left.value = _LOOKS
        self.counting = counting
        self.cell[1] = _LOOKS * LOOK if counting else 0.0

    def now(self):
        """Seconds since the run began."""
        return self.cell[0]

    def exact(self):
        """As `now`, to the last look at which it was paused and not to the last beat."""
        return self.cell[0] + self._since_beat

    def elapsed(self):
        """Seconds since the run began; a real clock keeps no count."""
        return self.cell[0]

    def advance(self, seconds):
        """Work took this long."""
        self.cell[0] += seconds

    def pause(self):
        """Stand still: what follows is no work of the program. Hand what it returns to `go_on`.

        Needed only while `counting`.
        """
        left = self._looks_left.value
        self._looks_left.value = _FOR_EVER
        if left < _FOR_EVER // 2:  # it did not stand already
            self._since_beat = (_LOOKS - left) * LOOK
        return left

    def go_on(self, left):
        """End a pause."""
        self._looks_left.value = left + _LOOKS_TO_PAUSE

    def wait_until(self, deadline):
        """Let time pass until `deadline`: nothing can happen before."""
        if deadline > self.cell[0]:
            self.cell[0] = deadline


class RealClock:
    """The clock on the wall; waiting is done by the host's timers."""

    counting = is_virtual = False

    def __init__(self, work=0.0):
        """Take the real time; `cell[0]` counts only the work done, from `work` on."""
        self.cell = array("d", [work])

    def as_real(self):
        """Return this clock."""
        return self

    def count_beats(self, counting):
        """Work takes its own time."""

    now = exact = staticmethod(perf_counter)  # seconds since some moment in the past

    def pause(self):
        """Hand over something for `go_on`: the clock on the wall does not stand still."""

    def go_on(self, left):
        """End a pause."""

    def elapsed(self):
        """Give None: the host knows how long it took."""

    def advance(self, seconds):
        """Work takes its own time."""

    def wait_until(self, deadline):
        """Park the running stack until `deadline`."""
        rest = deadline - self.now()
        if rest > 0:
            host.wait(rest)
