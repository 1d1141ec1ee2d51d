"""Switches before any bytecode: what a program leaves to chance, and no CPython with a GIL does."""

from random import Random

from ..threads import scheduler
from ..threads.clock import LOOK
from . import collecting
from .watching import TOOL, Watch, events, monitoring

APART = 20  # bytecodes between two switches, on average
CHORES_ALONE = 400  # of the last thread, before it goes on unwatched


class EveryBytecode(Watch):
    """A thread may lose the interpreter before any bytecode, as the language allows."""

    def __init__(self, seed):
        super().__init__()
        self.callbacks = {events.PY_START: self.entered, events.INSTRUCTION: self.reached}
        self.local_events = events.INSTRUCTION
        self._random = Random(f"{seed} {APART}")
        self._left = 0
        self._alone = 0

    def begin(self):
        """Watch, and measure work in bytecodes."""
        super().begin()
        scheduler.run.clock.count_looks(False)

    def entered(self, code, offset):
        """Watch the program's functions from their first call."""
        return None if self.know(code) else monitoring.DISABLE

    def reached(self, code, offset):
        """Let another go first, once in a while."""
        run = scheduler.run
        run.clock.advance(LOOK / 8)  # a short turn of a loop is some eight bytecodes
        self._left -= 1
        if self._left < 0:
            self._left = self._random.randrange(2 * APART)
            self._look(run)
            if run.ready:
                run.switch_to(run.choose())

    def _look(self, run):
        if run.outside is not None:
            run.outside.look()
        run.fire_timers()
        if run.current.doom is not None:
            run.meet_doom()
        if collecting.current.is_due():
            collecting.current.run()
        self._alone = self._alone + 1 if len(run.threads) == 1 else 0
        if self._alone >= CHORES_ALONE:
            self._rest(run)

    def _rest(self, run):
        """Watch no more until another thread starts: the last one that is alive goes on alone."""
        monitoring.free_tool_id(TOOL)
        self._alone = 0
        run.clock.count_looks(True)
        collecting.current.end()
