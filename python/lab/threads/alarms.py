"""What is to be done at some moment of the run's clock, whichever thread runs then."""

from . import scheduler


class Alarm:
    """Calls `ring()` at `deadline`, in seconds of the run's clock; stands among the timers."""

    ident = None  # it is no thread
    state = scheduler.BLOCKED  # a timer of what is not blocked is passed over

    def __init__(self, deadline, ring):
        self.deadline = deadline
        self.wait = 0
        self._ring = ring
        scheduler.run.add_timer(deadline, self)

    def cancel(self):
        """Call nothing."""
        self.wait = None

    def ring(self):
        """The moment has come. Where `ring()` raises, it comes again at the next look."""
        self._ring()
        self.cancel()
