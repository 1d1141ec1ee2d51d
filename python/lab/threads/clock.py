"""The time that a program sees: virtual, so that waiting costs nothing, or real.

Every clock of CPython (`time.time`, `monotonic`, `datetime.now`, the event loop's) asks the host in
the end, and the host answers from one cell of memory while the clock is virtual: they agree with
each other, and none of them is replaced.

Work is measured in looks of the interpreter whether it is to let go of the GIL: at the entry of a
function, a turn of a loop, a call of C code. CPython counts them down by itself, and the host sets
the count anew (`runtime/worker/beat.ts`).
"""

from time import perf_counter

from .. import host

LOOK = 100e-9  # seconds from one look of the interpreter to the next, about as in the page
_STANDS = 2**30  # looks that are left: none will be counted
_MOST = 1000  # more than the host ever counts
NEVER = float("inf")


class _Clock:
    """What both clocks have: the count of looks, and the moment when to look around.

    `cell` is shared with the host: the time when the count has run down, the seconds that a look
    takes, and the time from which on the host has the scheduler look around
    (`switching/preemption.py`).
    """

    def __init__(self, look):
        self._look = look
        self.cell, self._count = host.keep_time(self.is_virtual)
        self.cell[1], self.cell[2] = look, NEVER
        self._count.value = 0

    def hurry(self):
        """Have the scheduler look around at the interpreter's next look."""
        cell = self.cell
        cell[2] = 0.0
        count = self._count.value
        if count < _MOST:
            cell[0] -= count * cell[1]
            self._count.value = 0

    def pause(self, looks=2):
        """Stand still: what follows is no work of the program, and is not to be cut in two.

        So many looks were made since the program was left: at the entry of whoever pauses, and
        here. Hand what it returns to `go_on`: the count, or None where the clock stood already.
        """
        count = self._count.value
        if count >= _MOST:
            return None
        self._count.value = _STANDS
        cell = self.cell
        cell[0] -= (count + 1 + looks) * cell[1]
        cell[1] = 0.0
        return count + looks

    def go_on(self, count, due=None):
        """End a pause; `due` is when to look around, if that is known anew.

        The count goes on from where it was, or a program that is watched would make other looks:
        at a count of 0 the one after an `await` is left out (RESUME_CHECK in Python/bytecodes.c).
        """
        cell = self.cell
        if due is not None:
            cell[2] = due
            if count is not None:
                count = 0
        elif count and cell[2] == 0.0:
            count = 0
        if count is not None:
            cell[1] = self._look
            cell[0] += (count + 1) * self._look
            self._count.value = count


class VirtualClock(_Clock):
    """A clock that moves only by waiting and by work done, in steps of Python, not of C code."""

    is_virtual = True

    def __init__(self):
        """Start the clock at zero; the host reads it from now on."""
        super().__init__(LOOK)

    def as_real(self):
        """Return a real clock that goes on from here; every clock of the program's follows it."""
        host.share_time(self.now())
        return RealClock()

    def begin(self):
        """Go back to zero; the clock must stand."""
        self.cell[0] = 0.0

    def restart(self, counting=False):
        """Go back to zero; unless looks are counted, only `advance` and waiting move the clock."""
        self.count_looks(False)
        self.cell[0], self.cell[2] = 0.0, NEVER
        self.count_looks(counting)

    def count_looks(self, counting):
        """Whether looks move the clock; else the scheduler is not called to look around, either."""
        paused = self.pause()
        self._look = LOOK if counting else 0.0
        self.go_on(paused)

    def now(self):
        """Seconds since the run began."""
        cell = self.cell
        return cell[0] - (self._count.value + 1) * cell[1]

    elapsed = now

    def advance(self, seconds):
        """Work took this long."""
        self.cell[0] += seconds

    def wait_until(self, deadline):
        """Let time pass until `deadline`: nothing can happen before. The clock must stand."""
        if deadline > self.cell[0]:
            self.cell[0] = deadline


class RealClock(_Clock):
    """The clock on the wall; waiting is done by the host's timers."""

    is_virtual = False

    def __init__(self):
        """Take the real time."""
        super().__init__(0.0)

    def begin(self):
        """It has begun long ago."""

    def count_looks(self, counting):
        """Work takes its own time."""

    def as_real(self):
        """Return this clock."""
        return self

    now = staticmethod(perf_counter)  # seconds since some moment in the past

    def elapsed(self):
        """Give None: the host knows how long it took."""

    def advance(self, seconds):
        """Work takes its own time."""

    def wait_until(self, deadline):
        """Park the running stack until `deadline`."""
        rest = deadline - self.now()
        if rest > 0:
            host.wait(rest)
