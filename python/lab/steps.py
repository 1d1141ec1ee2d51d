"""Tells a run in steps: which thread did which line, at which bytecode it was stopped."""

import dis

from . import scheduler
from .deadlock import thread_name


class Recorder:
    """Notes each bytecode of one file, as a run reaches it."""

    def __init__(self, file):
        self._file = file
        self._reached = []  # (thread name, line, code object, offset)
        self._lines = {}  # code object → offset → line

    def reached(self, thread, code, offset):
        """Note that `thread` is about to do the bytecode at `offset`, once there are threads."""
        if code.co_filename != self._file or not (self._reached or len(scheduler.run.threads) > 1):
            return
        line = self._line(code, offset)
        if line is not None:
            self._reached.append((thread_name(thread), line, code, offset))

    def _line(self, code, offset):
        lines = self._lines.get(code)
        if lines is None:
            lines = self._lines[code] = {
                instruction.offset: instruction.line_number
                for instruction in dis.get_instructions(code)
            }
        return lines.get(offset)

    def steps(self):
        """The run as dicts `{thread, line, bytecode?}`.

        A step is what a thread did of one line in one go. `bytecode` is the one at which it was
        stopped, where it had not done the whole line.
        """
        steps = []
        last = {}  # thread → its latest step, and the bytecode that it reached last
        for thread, line, code, offset in self._reached:
            step = steps[-1] if steps else None
            if step is None or (step["thread"], step["line"]) != (thread, line):
                before, *place = last.get(thread, (None,))
                if before is not None and before is not step and before["line"] == line:
                    before["bytecode"] = _name(*place)
                step = {"thread": thread, "line": line}
                steps.append(step)
            last[thread] = step, code, offset
        return steps


def _name(code, offset):
    for instruction in dis.get_instructions(code):
        if instruction.offset == offset:
            return f"{instruction.opname} {instruction.argrepr}".strip()
    return None
