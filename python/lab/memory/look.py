"""What looks at a program's memory share: when they are called, and how they tell what they find.

A finding is a JSON object with a `kind`; `runtime/memory/findings.ts` says which there are. Each is
sent away at once, so that nothing of it stays in the memory that is looked at, and the virtual
clock stands meanwhile: to look is no work of the program.
"""

import sys
from functools import wraps
from json import JSONEncoder

from .. import host
from ..switching.code_objects import code_objects

monitoring = sys.monitoring
events = monitoring.events
as_json = JSONEncoder().encode
TOOL = 3  # as the trace's: a run has a trace or a look


def unnoticed(method):
    """`method` of a Look, during which the program's clock stands; it tells no errors.

    Near the end of the stack a moment is missed; any other error, as where the program has changed
    what a look stands on, ends the look.
    """

    @wraps(method)
    def paused(self, *arguments):
        paused = self.run.clock.pause()
        try:
            return method(self, *arguments)
        except RecursionError:
            return None
        except Exception:
            self.tell("blind", 0)
            self._left = 0
            return None
        finally:
            self.run.clock.go_on(paused)

    return paused


class Look:
    """Looks on from before the program's first statement to after its last."""

    most = 1000  # findings; then one says that there was more
    own_events = events.LINE

    def __init__(self, file, send=host.found):
        self.file = file
        self.run = None
        self.code = None
        self._send = send
        self._left = self.most

    def prepare(self, main):
        """Give the program's `__main__` what it may use under this look only."""

    def begin(self, run, code):
        """Look at `code`, the program of `run`, a Scheduler; no other thread may be alive."""
        self.run, self.code = run, code
        monitoring.use_tool_id(TOOL, "lab.look")
        monitoring.register_callback(TOOL, events.LINE, self._at_line)
        for part in code_objects(code):
            monitoring.set_local_events(TOOL, part, self.own_events)

    def line(self, line):
        """The program is about to do a line, counted from 1."""

    def end(self):
        """The program is over; what it made is still there. Then no more is told."""
        self._left = 0

    def tell(self, kind, line, **facts):
        """Send a finding; `line` is the program's, 0 for none."""
        if self._left > 0:
            self._left -= 1
            self._send(as_json({"kind": kind, "line": line, **facts}))
            if self._left == 0:
                limit = f"{self.most:,} moments"
                self._send(as_json({"kind": "cut", "line": line, "limit": limit}))

    def line_of(self, frame):
        """The program's line that led to `frame`, 0 for none."""
        while frame is not None:
            if frame.f_code.co_filename == self.file:
                return frame.f_lineno
            frame = frame.f_back
        return 0

    @unnoticed
    def _at_line(self, code, line):
        if self._left == 0:
            return monitoring.DISABLE
        self.line(line)
        return None
