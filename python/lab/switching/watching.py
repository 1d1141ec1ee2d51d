"""Watches the program's code: `sys.monitoring` tells what it does, while threads are alive."""

import sys

from ..threads import scheduler
from ..threads.clock import LOOK
from . import collecting

monitoring = sys.monitoring
events = monitoring.events
TOOL = 4
CHORES_APART = 64 * LOOK  # from one time that is seen to what need not be seen at once to the next
CHORES_ALONE = 16  # of the last thread, before it goes on unwatched


class Watch:
    """What is called at which events, beginning with a program's second thread.

    A code object is known for the program's when it is first entered: its file is the program's.
    Whoever inherits sets `callbacks`, event → function, and `local_events` of the program's code.
    """

    def __init__(self):
        self.codes = {}  # by id: equal code objects are not the same, and take long to hash
        self._chores_due = 0.0
        self._alone = 0

    def begin(self):
        """Start to watch. No other thread may be parked: this walks every stack."""
        if monitoring.get_tool(TOOL) is not None:
            return
        monitoring.use_tool_id(TOOL, "lab")
        for event, callback in self.callbacks.items():
            monitoring.register_callback(TOOL, event, callback)
        for code in self.codes.values():  # from before it rested
            monitoring.set_local_events(TOOL, code, self.local_events)
        frame = sys._getframe()
        while frame is not None:
            self._meet(frame.f_code)
            frame = frame.f_back
        monitoring.set_events(TOOL, events.PY_START)
        scheduler.run.clock.count_beats(False)

    def rest(self):
        """Watch no more until another thread starts: the last one that is alive goes on alone."""
        monitoring.free_tool_id(TOOL)
        self._alone = 0
        scheduler.run.clock.count_beats(True)
        collecting.current.end()

    def end(self):
        """Watch no more; as for `begin`, no other thread may be parked."""
        if monitoring.get_tool(TOOL) is not None:
            monitoring.free_tool_id(TOOL)
        self.codes.clear()

    def attend(self, run):
        """See to what may be due, but to switch; return when, by `clock.cell[0]`, to do so again.

        What comes to be due before that, the scheduler says by setting `run.due` to 0.
        """
        done = run.clock.cell[0]
        if done >= self._chores_due:
            self._chores_due = done + CHORES_APART
            collecting.current.point()
            self._alone = self._alone + 1 if len(run.threads) == 1 else 0
            if self._alone >= CHORES_ALONE:
                self.rest()
        if run.outside is not None:
            run.outside.look()
        run.fire_timers()
        if run.current.doom is not None:
            run.meet_doom()
        if run.outside is not None:
            return 0.0
        if not run.timers:
            return self._chores_due
        return min(self._chores_due, run.timers[0][0]) if run.clock.is_virtual else 0.0

    def know(self, code):
        """Watch `code` if it is the program's; return whether it is."""
        return id(code) in self.codes or self._meet(code)

    def _meet(self, code):
        if not scheduler.run.is_own(code.co_filename):
            return False
        self.codes[id(code)] = code
        monitoring.set_local_events(TOOL, code, self.local_events)
        return True
