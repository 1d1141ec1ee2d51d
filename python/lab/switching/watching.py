"""Watches the program's code: `sys.monitoring` tells what it does, while threads are alive."""

import sys

from ..threads import scheduler
from . import collecting

monitoring = sys.monitoring
events = monitoring.events
TOOL = 4


class Watch:
    """What is called at which events, beginning with a program's second thread.

    A code object is known for the program's when it is first entered: its file is the program's.
    Whoever inherits sets `callbacks`, event → function, and `local_events` of the program's code.
    """

    def __init__(self):
        self.codes = {}  # by id: equal code objects are not the same, and take long to hash

    def begin(self):
        """Start to watch. No other thread may be parked: this walks every stack."""
        collecting.current.begin()
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

    def end(self):
        """Watch no more; as for `begin`, no other thread may be parked."""
        if monitoring.get_tool(TOOL) is not None:
            monitoring.free_tool_id(TOOL)
        self.codes.clear()

    def know(self, code):
        """Watch `code` if it is the program's; return whether it is."""
        return id(code) in self.codes or self._meet(code)

    def _meet(self, code):
        if not scheduler.run.is_own(code.co_filename):
            return False
        self.codes[id(code)] = code
        monitoring.set_local_events(TOOL, code, self.local_events)
        return True
