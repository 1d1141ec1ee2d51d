"""Where a running thread may lose the interpreter: `sys.monitoring` events on the program's code.

CPython 3.14 looks whether it is asked to let go of the GIL when a function is entered or resumed,
at a loop's backward jump, and after a call of something that is not a Python function: these are
the instructions with HAS_EVAL_BREAK_FLAG in Include/internal/pycore_opcode_metadata.h.
"""

import sys
from random import Random
from types import BuiltinFunctionType, FunctionType, MethodDescriptorType

from . import collector, scheduler
from .clock import LOOK

monitoring = sys.monitoring
events = monitoring.events
TOOL = 4
LIBRARY_CALL = 10 * LOOK  # seconds that a call of a library's function takes, more or less
# Calls whose specialised instructions (CALL_LEN, CALL_LIST_APPEND and so on) do not look.
UNLOOKING = frozenset(map(id, (len, isinstance, type, list.append)))
OF_C = frozenset((BuiltinFunctionType, MethodDescriptorType, type))
LOOKS_APART = 64  # from one time that it is seen to what need not be seen at once to the next
LOOKS_ALONE = 16 * LOOKS_APART  # of the last thread, before it goes on unwatched


class Preemption:
    """Watches the program's code while more than one thread is alive, and for a moment after.

    A code object is known for the program's when it is first entered: its file is the program's.
    """

    def __init__(self):
        self.codes = {}  # by id: equal code objects are not the same, and take long to hash
        self.callbacks = {
            events.PY_START: self.entered,
            events.PY_RESUME: self.entered,
            events.JUMP: self.jumped,
            events.CALL: self.called,
            events.C_RETURN: self.returned,
        }
        self.local_events = events.PY_START | events.PY_RESUME | events.JUMP | events.CALL
        self._looks = self._alone = 0

    def begin(self):
        """Start to watch. No other thread may be parked: this walks every stack."""
        if monitoring.get_tool(TOOL) is not None:
            return
        monitoring.use_tool_id(TOOL, "lab")
        for event, callback in self.callbacks.items():
            monitoring.register_callback(TOOL, event, callback)
        if self.codes:  # from before it rested
            for code in self.codes.values():
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
        collector.current.end()

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

    def entered(self, code, offset):
        """Look at the start of a function, or where a generator goes on."""
        if not self.know(code):
            return monitoring.DISABLE
        self.look()
        return None

    def jumped(self, code, offset, destination):
        """Look at the end of a turn of a loop."""
        if destination > offset:
            return monitoring.DISABLE
        self.look()
        return None

    def called(self, code, offset, function, argument):
        """Let a call of the library take its time: what it does is not looked at."""
        if type(function) in OF_C:
            return
        function = getattr(function, "__func__", function)
        if type(function) is FunctionType and id(function.__code__) not in self.codes:
            run = scheduler.run
            if not run.is_own(function.__code__.co_filename):
                run.clock.advance(LIBRARY_CALL)

    def returned(self, code, offset, function, argument):
        """Look after a call of C code."""
        if id(function) not in UNLOOKING:
            self.look()

    def look(self):
        """Let go of the interpreter if a thread has asked for it, one switch interval ago."""
        run = scheduler.run
        clock = run.clock
        clock.advance(LOOK)
        self._looks += 1
        if self._looks >= LOOKS_APART:
            self._see_to_rest()
        if run.outside is not None:
            run.outside.look()
        if run.timers:
            run.fire_timers()
        if run.current.doom is not None:
            run.meet_doom()
        ready = run.ready
        if ready:
            since = ready[0].since
            if since < run.last_switch:
                since = run.last_switch
            if clock.now() >= since + sys.getswitchinterval():
                chosen = ready[0] if len(ready) == 1 else run.policy.choose(ready, None)
                run.switch_to(chosen, "interval")

    def _see_to_rest(self):
        """What is due only every so many looks: to collect, and to rest where nobody is left."""
        self._looks = 0
        collector.current.point()
        self._alone = self._alone + LOOKS_APART if len(scheduler.run.threads) == 1 else 0
        if self._alone >= LOOKS_ALONE:
            self.rest()


class EveryBytecode(Preemption):
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
        run.clock.advance(LOOK / 8)  # a short turn of a loop is some eight bytecodes
        self._looks += 1
        if self._looks >= LOOKS_APART:
            self._see_to_rest()
        run.fire_timers()
        if run.current.doom is not None:
            run.meet_doom()
        self._left -= 1
        if self._left < 0:
            self._left = self._random.randrange(2 * self.APART)
            if run.ready:
                run.switch_to(run.policy.choose(run.ready, None))
