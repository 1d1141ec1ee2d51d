"""What is to be done at some moment of the run's clock, whichever thread runs then."""

from .. import host
from . import scheduler


class Alarm:
    """Calls `ring()` at `deadline`, in seconds of the run's clock; stands among the timers."""

    ident = None  # it is no thread
    state = scheduler.BLOCKED  # a timer of what is not blocked is passed over

    def __init__(self, deadline, ring):
        self.deadline = deadline
        self.wait = 0
        self._ring = ring
        _set.add(self)
        scheduler.run.add_timer(deadline, self)
        tell_host()

    def cancel(self):
        """Call nothing."""
        self.wait = None
        _set.discard(self)
        tell_host()

    def ring(self):
        """The moment has come. Where `ring()` raises, it comes again at the next look."""
        self._ring()
        self.cancel()


_set = set()


def tell_host():
    """Have the host interrupt a program that computes."""
    host.alarm(min((alarm.deadline for alarm in _set), default=float("inf")))


def restart():
    """Forget what an earlier run has set."""
    if _set:
        _set.clear()
        tell_host()
