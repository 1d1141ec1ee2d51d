"""One program, run again and again in one interpreter, each time from the beginning."""

import builtins
import random
import sys
import threading
from itertools import count
from types import ModuleType

from ..switching import collecting
from ..threads import _thread, deadlock, scheduler
from ..threads.begin import begin_run
from ..threads.clock import VirtualClock
from .library_state import LibraryState


class StepLimit(BaseException):
    """Ends a run that goes on for too long."""


class Refused(BaseException):
    """Ends a run that asks for what it cannot have."""


class Nowhere:
    """A stream that drops what is written: a thousand runs need not be read."""

    encoding = "utf-8"

    def write(self, text):
        """Take it, and forget it."""
        return len(text)

    def flush(self):
        """Nothing is held back."""


class Trial:
    """A program and what is the same in each of its runs."""

    def __init__(self, source, file, seed=0, clock=None):
        self.source = source
        self.file = file
        self.seed = seed
        self.code = compile(source, file, "exec", dont_inherit=True)
        self.clock = clock or VirtualClock()
        self.library = LibraryState(source)
        self.escaped = None  # (kind, message) of the first failure of the last run
        self.went_on = False  # the last run was ended by a StepLimit
        self.names = {}  # the globals of the last run
        self.refused = None  # why the program cannot be run here

    def begin(self, policy):
        """Make ready for a run; return its Scheduler."""
        self.clock.restart()
        run = begin_run(self.clock, policy)
        run.is_own = self.file.__eq__
        run.on_deadlock = deadlock.describe
        run.reach_out = self._refuse_processes
        self.escaped = None
        self.went_on = False
        random.seed(self.seed)
        self.library.put_back(self.seed)
        _forget_threads()
        threading.excepthook = lambda args: self._note(args.exc_value)
        builtins.input = self._refuse_input
        return run

    def perform(self, run, over=lambda: None, trace=None):
        """Run the program to its end, then call `over()`, then end what is left of its threads.

        What happens is written into `trace`, a Trace, where there is one.
        """
        main = sys.modules["__main__"] = ModuleType("__main__")
        main.__file__ = self.file
        self.names = main.__dict__
        if trace is not None:
            trace.begin(run, self.code)
        try:
            self.execute(main)
            _thread._shutdown()
        except BaseException as exception:
            self._note(exception)
            if run.trace is not None:
                run.trace.raised(exception)
        over()
        if trace is not None:
            trace.ends()
            trace.name_objects()
            trace.over()
        run.current.doom = None
        unwilling = run.unwind() if len(run.threads) > 1 else []
        if trace is not None and not unwilling:
            trace.forget()
        if self.refused:
            raise RuntimeError(self.refused)
        if unwilling:
            raise RuntimeError("A thread cannot be ended: it catches everything and goes on.")

    def tidy(self):
        """Between two runs: let go of the last, and collect what it and those before it left."""
        self.names = {}
        sys.modules["__main__"] = ModuleType("__main__")
        collecting.collect_young()

    def execute(self, main):
        """Run the program, whose names are those of the module `main`."""
        exec(self.code, main.__dict__)

    def _refuse_input(self, prompt="", /):
        self.refused = "The program asks for input(), which nobody answers here: give it the value."
        raise Refused

    def _refuse_processes(self):
        self.refused = (
            "A program that uses processes cannot be explored: they run at their own pace."
        )
        raise Refused

    def _note(self, exception):
        if isinstance(exception, StepLimit):
            self.went_on = True
        elif self.escaped is None and not isinstance(
            exception, (SystemExit, scheduler.Killed, Refused)
        ):
            self.escaped = describe(exception)


def describe(exception):
    """The kind of a failure and its message."""
    if isinstance(exception, scheduler.Deadlock):
        return "deadlock", str(exception)
    kind = "assertion" if isinstance(exception, AssertionError) else "exception"
    return kind, f"{type(exception).__name__}: {exception}".removesuffix(": ")


def _forget_threads():
    """Let `threading` and `asyncio` be as if no program had used them."""
    threading._counter = count(1).__next__
    threading._limbo.clear()
    threading._active.clear()
    threading._active[1] = threading._main_thread
    threading._active_limbo_lock = threading.RLock()
    threading._dangling.clear()  # or earlier ones, of the same hash numbers, would be in the way
    threading._SHUTTING_DOWN = False
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None:
        asyncio.events._set_event_loop_policy(None)
