"""Where the order of threads can matter: bytecodes that touch what another thread could see.

A first, simple reduction of the search: names and attributes that no code of the program ever
stores cannot change while it runs, so that reading them is no choice; nor is what stays in the
frame.
"""

import dis
import threading
from types import FunctionType

from ..switching.code_objects import code_objects
from ..switching.gil_looks import GilLooks
from ..switching.watching import Watch, events, monitoring
from ..threads import scheduler
from .trial import StepLimit

READS = frozenset({"LOAD_GLOBAL", "LOAD_NAME", "LOAD_ATTR"})
WRITES = frozenset({"STORE_GLOBAL", "DELETE_GLOBAL", "STORE_ATTR", "DELETE_ATTR"})
SHARED = WRITES | {
    "LOAD_DEREF",
    "STORE_DEREF",
    "DELETE_DEREF",
    "STORE_SUBSCR",
    "DELETE_SUBSCR",
    "STORE_SLICE",
    "BINARY_SLICE",
    "CONTAINS_OP",
}
# Calls that only the caller notices; those of the program's own functions are looked at inside.
UNNOTICED = frozenset({abs, callable, hash, id, isinstance, len, max, min, print, repr, round, sum})
OF_THREADS = frozenset(
    id(function.__code__)
    for function in (threading.Thread.__init__, threading.Thread.start, threading.Thread.join)
)


class Accesses(Watch):
    """A choice before each access of a program, for the policy of the run to make."""

    MOST = 20_000  # choices in one schedule

    def __init__(self, code):
        super().__init__()
        self.callbacks = {
            events.PY_START: self.entered,
            events.INSTRUCTION: self.reached,
            events.CALL: self.called,
        }
        self.local_events = events.INSTRUCTION | events.CALL
        self.recorder = None  # called with (thread, code, offset) before each bytecode
        self.left = 0
        self.stored = {
            instruction.argval
            for part in code_objects(code)
            for instruction in dis.get_instructions(part)
            if instruction.opname in WRITES
        }
        self._offsets = {}  # id of a code object → it, and the offsets of its accesses

    def restart(self, recorder=None):
        """Begin a run; `recorder(thread, code, offset)` is called before each bytecode."""
        self.left, self.recorder = self.MOST, recorder

    def keep(self, ids):
        """Forget all code objects but those of these ids."""
        for known in (self.codes, self._offsets):
            for stale in known.keys() - ids:
                del known[stale]

    def entered(self, code, offset):
        """Watch the program's functions from their first call."""
        if not self.know(code):
            return monitoring.DISABLE
        return None

    def reached(self, code, offset):
        """Let the policy choose, if the bytecode at `offset` is an access."""
        if self.recorder is not None:
            self.recorder(scheduler.run.current, code, offset)
        known = self._offsets.get(id(code))
        if known is None:
            steps = dis.get_instructions(code)
            offsets = {s.offset for s in steps if self._is_access(s)}
            known = self._offsets[id(code)] = code, offsets
        if offset in known[1]:
            self.choice()
        elif self.recorder is None:
            return monitoring.DISABLE
        return None

    def called(self, code, offset, function, argument):
        """Let the policy choose before a call that another thread could notice."""
        kind = type(function)
        if kind is FunctionType:
            code = function.__code__
            if id(code) in OF_THREADS or scheduler.run.is_own(code.co_filename):
                return
        elif kind is type or function in UNNOTICED:
            return
        self.choice()

    def choice(self):
        """Any thread that can run may be the next to do so."""
        run = scheduler.run
        self.left -= 1
        me = run.current
        if self.left < 0:
            me.doom = StepLimit()
        if me.doom is not None:
            run.meet_doom()
        if len(run.threads) > 1:  # before, a first run is not watched yet
            run.clock.advance(1e-6)
        run.fire_timers()
        if run.ready:
            chosen = run.policy.choose([me, *run.ready], me)
            if chosen is not me:
                run.switch_to(chosen)

    def _is_access(self, instruction):
        name = instruction.opname
        if name in READS:
            return instruction.argval in self.stored
        return name in SHARED or (name == "BINARY_OP" and instruction.argrepr == "[]")


class Looks(GilLooks, Accesses):
    """A choice only where CPython looks whether it is asked to let go of the GIL."""

    def __init__(self, code):
        super().__init__(code)
        self.callbacks |= {events.JUMP: self.jumped, events.C_RETURN: self.returned}
        self.local_events |= events.PY_START | events.JUMP

    def restart(self, recorder=None):
        """Begin a run."""
        super().restart(recorder)
        self._may_switch.clear()

    def entered(self, code, offset):
        """A function begins: CPython looks."""
        if not self.know(code):
            return monitoring.DISABLE
        self.look()
        return None

    def reached(self, code, offset):
        """Let the policy choose, if the thread has looked since its last bytecode."""
        me = scheduler.run.current
        if self.recorder is not None:
            self.recorder(me, code, offset)
        if me in self._may_switch:
            self._may_switch.discard(me)
            self.choice()
