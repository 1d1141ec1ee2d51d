"""Where a running thread may lose the interpreter, and when it does.

CPython 3.14 looks whether it is asked to let go of the GIL when a function is entered or resumed,
at a loop's backward jump, and after a call of something that is not a Python function: these are
the instructions with HAS_EVAL_BREAK_FLAG in Include/internal/pycore_opcode_metadata.h.
"""

import sys
from random import Random
from types import BuiltinFunctionType, FunctionType, MethodDescriptorType

from ..threads import scheduler
from ..threads.clock import LOOK
from . import collecting
from .watching import Watch, events, monitoring

LIBRARY_CALL = 10 * LOOK  # seconds that a call of a library's function takes, more or less
# Calls whose specialised instructions (CALL_LEN, CALL_LIST_APPEND and so on) do not look.
UNLOOKING = frozenset(map(id, (len, isinstance, type, list.append)))
OF_C = frozenset((BuiltinFunctionType, MethodDescriptorType, type))


def preempt(run, watch):
    """Have `watch`, a Watch, and the collector begin when a second thread starts."""

    def first_thread():
        watch.begin()
        collecting.current.begin()

    run.on_first_thread = first_thread


class Preemption(Watch):
    """A thread lets go of the interpreter one switch interval after another has asked for it.

    A look costs the program little: it moves the clock on, and does no more than that before
    `run.due`.
    """

    def __init__(self):
        super().__init__()
        self.callbacks = {
            events.PY_START: self.entered,
            events.PY_RESUME: self.entered,
            events.JUMP: self.jumped,
            events.CALL: self.called,
            events.C_RETURN: self.returned,
        }
        self.local_events = events.PY_START | events.PY_RESUME | events.JUMP | events.CALL

    def entered(self, code, offset):
        """Look at the start of a function, or where a generator goes on."""
        if id(code) not in self.codes and not self._meet(code):
            return monitoring.DISABLE
        run = scheduler.run
        cell = run.clock.cell
        cell[0] = now = cell[0] + LOOK
        if now >= run.due:
            self.see(run)
        return None

    def jumped(self, code, offset, destination):
        """Look at the end of a turn of a loop."""
        if destination > offset:
            return monitoring.DISABLE
        run = scheduler.run
        cell = run.clock.cell
        cell[0] = now = cell[0] + LOOK
        if now >= run.due:
            try:
                self.see(run)
            except BaseException as error:
                # No `try` of the function handles what is raised here: CPython 3.14 leaves it at
                # once (findings/raise-in-jump-callback.sh).
                run.raise_at_next_look(error)
        return None

    def called(self, code, offset, function, argument):
        """Let a call of the library take its time: what it does is not looked at."""
        if type(function) is FunctionType:
            if id(function.__code__) not in self.codes:
                self._take_time(function)
        elif type(function) not in OF_C and hasattr(function, "__func__"):
            self._take_time(function.__func__)

    def _take_time(self, function):
        run = scheduler.run
        if type(function) is FunctionType and not run.is_own(function.__code__.co_filename):
            run.clock.advance(LIBRARY_CALL)

    def returned(self, code, offset, function, argument):
        """Look after a call of C code."""
        if id(function) in UNLOOKING:
            return
        run = scheduler.run
        cell = run.clock.cell
        cell[0] = now = cell[0] + LOOK
        if now >= run.due:
            self.see(run)

    def see(self, run):
        """Let go of the interpreter if it is time; else find out when it may be."""
        room = run.current.room
        room.value += scheduler.RESERVE
        try:
            due = self.attend(run)
            ready, clock = run.ready, run.clock
            if ready:
                since = max(ready[0].since, run.last_switch)
                end = since + sys.getswitchinterval()
                if clock.now() >= end:
                    run.switch_to(run.choose(), "interval")
                    return
                due = min(due, end) if clock.is_virtual else 0.0
            run.due = due
        finally:
            room.value -= scheduler.RESERVE


class EveryBytecode(Watch):
    """A thread may lose the interpreter before any bytecode, as the language allows.

    No CPython with a GIL does that since 3.10; it shows what a program leaves to chance.
    """

    APART = 20  # bytecodes between two switches, on average

    def __init__(self, seed):
        super().__init__()
        self.callbacks = {events.PY_START: self.entered, events.INSTRUCTION: self.reached}
        self.local_events = events.INSTRUCTION
        self._random = Random(f"{seed} {self.APART}")
        self._left = 0

    def entered(self, code, offset):
        """Watch the program's functions from their first call."""
        return None if self.know(code) else monitoring.DISABLE

    def reached(self, code, offset):
        """Let another go first, once in a while."""
        run = scheduler.run
        cell = run.clock.cell
        cell[0] = now = cell[0] + LOOK / 8  # a short turn of a loop is some eight bytecodes
        if now >= run.due:
            run.due = self.attend(run)
        self._left -= 1
        if self._left < 0:
            self._left = self._random.randrange(2 * self.APART)
            if run.ready:
                run.switch_to(run.choose())
