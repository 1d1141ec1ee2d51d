"""Runs one program under many schedules until one fails; shrinks that one and tells it in steps."""

import gc
import json
import random
import sys
import threading
from itertools import count
from types import ModuleType

from . import deadlock, engine, host, scheduler, schedules, threads
from .accesses import Accesses, StepLimit
from .clock import VirtualClock
from .steps import Recorder
from .trace import Trace

SHRINKING = 300  # schedules to try for each number of preemptions


class Failure:
    """An exception that escaped a thread, or a deadlock: what, and under which schedule."""

    def __init__(self, kind, message, path):
        self.kind = kind  # "assertion", "exception" or "deadlock"
        self.message = message
        self.schedule = path.taken()
        self.preemptions = path.preemptions()

    def is_like(self, other):
        """Whether two failures are the same but for their schedules."""
        return other is not None and (self.kind, self.message) == (other.kind, other.message)


class _Nowhere:
    """A stream that drops what is written: a thousand runs need not be read."""

    encoding = "utf-8"

    def write(self, text):
        return len(text)

    def flush(self):
        pass


class Explorer:
    """One program, run under one schedule after another in one interpreter."""

    def __init__(self, source, file, seed=0):
        self.source = source
        self.file = file
        self.seed = seed
        self.code = compile(source, file, "exec", dont_inherit=True)
        self.accesses = Accesses(self.code)
        self.clock = VirtualClock()
        self.schedules = 0  # run so far
        self.cut = 0  # of these, ended by the limit of steps
        self._escaped = None
        self._went_on = False
        self._refused = None

    def run(self, path, recorder=None, trace=None):
        """Run the program once; return its Failure, or None."""
        self.clock.restart()
        run = engine.begin(self.clock, path)
        run.is_own = self.file.__eq__
        run.on_deadlock = deadlock.describe
        run.reach_out = self._refuse_processes
        engine.preempt(run, self.accesses)
        self.accesses.left = self.accesses.MOST
        self.accesses.recorder = recorder
        self._escaped = None
        self._went_on = False
        self.schedules += 1
        random.seed(self.seed)
        _forget_threads()
        threading.excepthook = self._note_escaped
        main = sys.modules["__main__"] = ModuleType("__main__")
        main.__file__ = self.file
        if trace is not None:
            trace.begin(run, self.code)
        try:
            exec(self.code, main.__dict__)
            threads._shutdown()
        except BaseException as exception:
            self._note(exception)
            if run.trace is not None:
                run.trace.raised(exception)
        self.accesses.recorder = None
        if trace is not None:
            trace.ends()
            trace.name_objects()
            trace.over()
        unwilling = run.unwind() if len(run.threads) > 1 else []
        if trace is not None and not unwilling:
            trace.forget()
        self.cut += self._went_on
        if self._refused is not None:
            raise self._refused
        if unwilling:
            raise RuntimeError("A thread cannot be ended: it catches everything and goes on.")
        return Failure(*self._escaped, path) if self._escaped else None

    def search(self, strategy, most, depth=3, most_preemptions=None):
        """Run up to `most` schedules; return the first Failure or None, and if that was all."""
        path, length = schedules.Path(), 0
        for number in range(most):
            if number and strategy == "random":
                path = schedules.RandomWalk(f"{self.seed} {number}")
            elif number and strategy == "pct":
                path = schedules.Priorities(f"{self.seed} {number}", depth, length)
            failure = self.run(path)
            if failure is not None:
                return failure, False
            if number % 20 == 19:
                host.progress(self.schedules)
            length = max(length, len(path.choices))
            if strategy == "exhaustive":
                schedule = schedules.following(path.choices, most_preemptions)
                if schedule is None:
                    return None, most_preemptions is None and not self.cut
                path = schedules.Path(schedule)
            elif not any(candidates > 1 for candidates, _, _ in path.choices):
                return None, not self.cut  # there is nothing to choose
        return None, False

    def shrink(self, failure):
        """The same failure with the fewest preemptions that a short search gives."""
        for most_preemptions in range(failure.preemptions):
            path = schedules.Path()
            for _ in range(SHRINKING):
                found = self.run(path)
                if failure.is_like(found):
                    return found
                schedule = schedules.following(path.choices, most_preemptions)
                if schedule is None:
                    break
                path = schedules.Path(schedule)
        return self._leave_out(failure)

    def _leave_out(self, failure):
        """The same failure with as few departures from the default as leaving out gives."""
        best = failure
        while True:
            for number in sorted(best.schedule, reverse=True):
                rest = {n: i for n, i in best.schedule.items() if n != number}
                found = self.run(schedules.Path(rest))
                if best.is_like(found) and len(found.schedule) < len(best.schedule):
                    best = found
                    break
            else:
                return best

    def tell(self, schedule):
        """Run a schedule once more: its Failure or None, its steps, and the events of its trace."""
        recorder = Recorder(self.file, self.accesses.stored)
        pieces = []
        trace = Trace(self.file, pieces.append)
        out, err = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = _Nowhere(), _Nowhere()
        trace.watch(sys.stdout, "stdout")
        trace.watch(sys.stderr, "stderr")
        gc.collect()
        # What did not matter was switched off where it stands; to be told, it must be on again.
        sys.monitoring.restart_events()
        try:
            failure = self.run(schedules.Path(schedule), recorder.reached, trace)
        finally:
            sys.stdout, sys.stderr = out, err
        events = [event for piece in pieces for event in json.loads(piece)]
        return failure, recorder.steps(), events

    def _refuse_processes(self):
        self._refused = RuntimeError(
            "A program that uses processes cannot be explored: they run at their own pace."
        )
        raise self._refused

    def _note_escaped(self, args):
        self._note(args.exc_value)

    def _note(self, exception):
        if isinstance(exception, StepLimit):
            self._went_on = True
        elif self._escaped is None and not isinstance(exception, (SystemExit, scheduler.Killed)):
            self._escaped = describe(exception)


def describe(exception):
    """The kind of a failure and its message."""
    if isinstance(exception, scheduler.Deadlock):
        return "deadlock", str(exception)
    kind = "assertion" if isinstance(exception, AssertionError) else "exception"
    return kind, f"{type(exception).__name__}: {exception}".removesuffix(": ")


def _forget_threads():
    """Let `threading` be as if no program had used it."""
    threading._counter = count(1).__next__
    threading._limbo.clear()
    threading._active.clear()
    threading._active[1] = threading._main_thread
    threading._active_limbo_lock = threading.RLock()
    threading._SHUTTING_DOWN = False


def explore(bridge, source, file, options):
    """Explore a program; return JSON: the `explore` object of the terminal's contract, or an error.

    `options` is JSON: `{schedules, strategy, seed, depth, preemptions, replay}`.
    """
    scheduler.connect(bridge)
    options = json.loads(options)
    out, err = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = _Nowhere()
    gc.disable()
    try:
        explorer = Explorer(source, file, options["seed"])
        try:
            return json.dumps(_explore(explorer, options))
        finally:
            explorer.accesses.end()
    except SyntaxError as error:
        return json.dumps({"error": f"SyntaxError: {error}"})
    except (ValueError, RuntimeError) as error:
        return json.dumps({"error": str(error)})
    finally:
        sys.stdout, sys.stderr = out, err


def _explore(explorer, options):
    source = explorer.source
    if options["replay"] is not None:
        schedule, explored_all = schedules.from_id(options["replay"], source), False
    else:
        failure, explored_all = explorer.search(
            options["strategy"], options["schedules"], options["depth"], options["preemptions"]
        )
        number = explorer.schedules
        schedule = explorer.shrink(failure).schedule if failure else None
    told = None
    if schedule is not None:
        failure, steps, events = explorer.tell(schedule)
        if failure is not None:
            told = {
                "kind": failure.kind,
                "message": failure.message,
                "schedule_id": schedules.to_id(failure.schedule, source),
                "steps": steps,
                "preemptions": failure.preemptions,
                "trace": events,
            }
    return {
        "schedules": explorer.schedules if options["replay"] is not None else number,
        "explored_all": explored_all,
        "cut": explorer.cut,
        "failure": told,
    }
