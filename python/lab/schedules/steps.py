"""Tells a run in steps: which thread did which line, at which bytecode it was stopped."""

import dis
import sys

from ..threads import scheduler
from ..threads.deadlock import thread_name
from .items import item_name, items_in

ACCESSES = {"LOAD": "read", "STORE": "write", "DELETE": "write"}


class Recorder:
    """Notes each bytecode of one file, as a run reaches it."""

    def __init__(self, file, shared=()):
        """`shared` are names of global variables and attributes whose accesses are told.

        Items of global variables are told where their keys are known.
        """
        self._file = file
        self._shared = shared
        self._reached = []  # (thread name, line, code object, offset, access to an item or None)
        self._lines = {}  # code object → offset → line
        self._items = {}  # code object → offset → access, as `items_in` tells them

    def reached(self, thread, code, offset):
        """Note that `thread` is about to do the bytecode at `offset`, once there are threads."""
        if code.co_filename != self._file or not (self._reached or len(scheduler.run.threads) > 1):
            return
        line = self._line(code, offset)
        if line is not None:
            item = self._item(code, offset, sys._getframe(2))
            self._reached.append((thread_name(thread), line, code, offset, item))

    def _item(self, code, offset, frame):
        items = self._items.get(code)
        if items is None:
            items = self._items[code] = items_in(code)
        if offset not in items:
            return None
        kind, *item = items[offset]
        name = item_name(*item, frame)
        return name and [kind, name]

    def _line(self, code, offset):
        lines = self._lines.get(code)
        if lines is None:
            lines = self._lines[code] = {
                instruction.offset: instruction.line_number
                for instruction in dis.get_instructions(code)
            }
        return lines.get(offset)

    def steps(self):
        """The run as dicts `{thread, line, bytecode?, accesses?}`.

        A step is what a thread did of one line in one go. `bytecode` is the one at which it was
        stopped, where it had not done the whole line. `accesses` are pairs of "read" or "write" and
        a name, in order.
        """
        steps = []
        pending = {}  # thread → the bytecode that it reached last: its step, line, code, offset
        running = None
        for thread, line, code, offset, item in self._reached:
            if thread in pending:
                step, at, access, *place = pending[thread]
                if running != thread:  # stopped before it did that bytecode, and does it now
                    step["bytecode"] = _name(*place)
                    step = _step(steps, thread, at)
                self._note_access(step, access, *place)
            pending[thread] = _step(steps, thread, line), line, item, code, offset
            running = thread
        return steps

    def _note_access(self, step, item, code, offset):
        if item is not None:
            step.setdefault("accesses", []).append(item)
        for instruction in dis.get_instructions(code):
            if instruction.offset == offset and instruction.argval in self._shared:
                kind = ACCESSES.get(instruction.opname.partition("_")[0])
                if kind is not None:
                    step.setdefault("accesses", []).append([kind, instruction.argval])


def _step(steps, thread, line):
    """The step that goes on, if it is of this thread and line, else a new one."""
    step = steps[-1] if steps else {}
    if (step.get("thread"), step.get("line")) != (thread, line) or "bytecode" in step:
        step = {"thread": thread, "line": line}
        steps.append(step)
    return step


def _name(code, offset):
    for instruction in dis.get_instructions(code):
        if instruction.offset == offset:
            return f"{instruction.opname} {instruction.argrepr}".strip()
    return None
