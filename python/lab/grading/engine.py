"""What checks ask of the engine: schedules, a clock with a limit, who waits for what."""

import gc
import random
import sys
import threading
from contextlib import contextmanager
from types import ModuleType

from ..schedules import strategies, trial
from ..schedules.explore import Explorer, Failure
from ..schedules.moves import BYTECODE, LINE
from ..schedules.play import Player
from ..schedules.trial import Nowhere
from ..switching import watching
from ..switching.code_objects import code_objects
from ..switching.preemption import preempt
from ..threads import deadlock, locks, policies, scheduler
from ..threads.begin import begin_run
from ..threads.clock import VirtualClock
from . import answers
from .checking.failing import told
from .guard import guard, pristine, state
from .guard.state import CheckFailed, CheckState, TooMuch

__builtins__ = pristine.builtins

_get_objects = gc.get_objects


class LimitedClock(VirtualClock):
    """A virtual clock that ends the main thread's wait where its limit comes first."""

    limit = float("inf")

    def wait_until(self, deadline):
        """Let time pass, at most to the limit."""
        if deadline <= self.limit:
            super().wait_until(deadline)
            return
        super().wait_until(self.limit)
        self.limit = float("inf")
        run = scheduler.run
        run.main.doom = TooMuch("time")
        run.wake(run.main)


class Limit:
    """Whether the block's time was over."""

    reached = False


class Scenarios(Explorer):
    """One answer, and a scenario that is run with it under one schedule after another."""

    def __init__(self, grading, clock):
        super().__init__(grading.source, grading.file, grading.seed, clock=clock)
        self.scenario = None
        self._compiled = frozenset(map(id, code_objects(self.code)))

    def begin(self, policy):
        """Make ready for a run; whatever is not the library's is the answer's."""
        self._policy = policy
        # Code that the answer compiles by itself is another at each loading.
        self.accesses.keep(self._compiled)
        self._run = run = super().begin(policy)
        run.is_own = guard.is_answers
        self._parts = vars(run).keys() | ()
        return run

    def search(self, strategy, most, depth=3, most_preemptions=None):
        """As Explorer has it; exhaustive ones with no preemption first, then with one, and so on.

        Depth first varies the last choices first, so where the schedules do not suffice, a third
        of them is drawn by lot.
        """
        if strategy != "exhaustive" or most_preemptions is None:
            return super().search(strategy, most, depth, most_preemptions)
        length = 0
        for bound in range(most_preemptions + 1):
            last = bound == most_preemptions
            path = strategies.Path()
            budget = most - most // 3 - self.schedules if last else most // 4
            for _ in range(budget):
                failure = self.run(path)
                if failure is not None:
                    return failure, False
                length = max(length, len(path.choices))
                schedule = strategies.following(path.choices, bound)
                if schedule is None:
                    if last:
                        return None, False
                    break
                path = strategies.Path(schedule)
        for number in range(most - self.schedules):
            seed = f"{self.seed} {number}"
            walk = strategies.RandomWalk(seed)
            if number % 2:
                walk = strategies.Priorities(seed, depth, length)
            failure = self.run(walk)
            if failure is not None:
                return failure, False
        return None, False

    def execute(self, main):
        """Load the answer and run the scenario with it."""
        answer = answers.loaded(self.code, "answer", self.file)
        guard.verify()
        self.scenario(answer)

    def _is_untouched(self):
        """Whether the last run was led by its policy and nothing else."""
        run, watch = self._run, self.accesses
        if scheduler.run is not run or run.clock is not self.clock:
            return False
        if run.policy is not self._policy or vars(run).keys() != self._parts:
            return False
        if vars(self._policy).keys() & {"choose", "is_fair", "_pick"}:
            return False
        if watching.monitoring.get_tool(watching.TOOL) is None:
            return True
        events, codes = watching.monitoring.get_local_events, watch.codes.values()
        return all(events(watching.TOOL, code) == watch.local_events for code in codes)

    def run(self, path, recorder=None, trace=None):
        """Run one schedule; return its Failure, or None."""
        outer = state.current.check
        inner = state.current.check = CheckState()
        try:
            failure = super().run(path, recorder, trace)
        finally:
            state.current.check = outer
        violation = inner.violation or guard.core_changes()
        if not violation and not self._is_untouched():
            violation = "The answer meddles with the scheduler."
        if violation:
            outer.violation = outer.violation or violation
            raise TooMuch(violation)
        if failure is None and inner.failure is not None:
            self.escaped = ("assertion", inner.failure.message)
        elif failure is None and self.went_on:
            self.escaped = ("exception", f"This goes on for more than {self.accesses.MOST:,} steps")
        if failure is None and self.escaped:
            return Failure(*self.escaped, path)
        return failure

    def _note(self, exception):
        super()._note(exception)
        if self.escaped is not None and self.escaped[0] != "deadlock":
            kind, message = self.escaped
            if isinstance(exception, CheckFailed):
                self.escaped = "assertion", exception.message
            elif isinstance(exception, TooMuch):
                self.escaped = "exception", "This has not ended after the time that it may take"
            elif message == trial.describe(exception)[1]:
                self.escaped = (
                    kind,
                    state.readable(f"The answer raises {told(exception)}{guard.place(exception)}"),
                )


class _ByName:
    """Moves whose threads are given by name, as Moves wants them."""

    def __init__(self, names, grain):
        self._names, self._grain = names, grain

    def __len__(self):
        return len(self._names)

    def __getitem__(self, number):
        name = self._names[number]
        for thread in scheduler.run.threads:
            known = deadlock.thread_name(thread)
            if name == known or (name == "main" and thread.ident == 1):
                return thread.ident, self._grain
        return 0, self._grain


class _Player(Player):
    """Keeps the values of the program's globals at the end of the moves."""

    values = None

    def _describe(self, ending):
        self.values = {
            name: value for name, value in self.names.items() if not name.startswith("__")
        }
        return super()._describe(ending)


class Engine:
    """The engine, as checks use it."""

    def __init__(self, grading):
        self.grading = grading
        self.clock = LimitedClock()
        self.scenarios = Scenarios(grading, self.clock)
        self.code = compile(grading.source, grading.file, "exec", dont_inherit=True)

    def begin(self, seconds):
        """Begin a check: a run with one thread, as a program would find it."""
        self.scenarios.accesses.end()
        trial._forget_threads()
        self.scenarios.library.put_back(self.grading.seed)
        self.clock.limit = float("inf")
        self.clock.restart(counting=True)
        run = begin_run(self.clock, policies.Seeded(self.grading.seed))
        run.is_own = guard.is_answers
        run.on_deadlock = deadlock.describe
        preempt(run, self.grading.seed)
        threading.excepthook = self._uncaught
        random.seed(self.grading.seed)
        self.clock.limit = seconds
        return run

    def end(self):
        """End the threads that a check has left; return whether all have ended."""
        run = scheduler.run
        run.main.doom = None
        self.clock.limit = float("inf")
        return not run.unwind() if len(run.threads) > 1 else True

    def _uncaught(self, args):
        """A thread of the answer ends with an exception."""
        if not isinstance(args.exc_value, (SystemExit, scheduler.Killed, CheckFailed)):
            name = args.thread.name if args.thread is not None else "A thread"
            message = f"{name} ends with {told(args.exc_value)}{guard.place(args.exc_value)}"
            print(message, file=sys.stderr)

    def explore(self, scenario, most, strategy, preemptions, depth):
        """Search for a schedule under which the scenario fails."""
        if len(scheduler.run.threads) > 1:
            raise ValueError("explore() is for a moment in which no other thread is alive.")
        with self._aside():
            explorer = self.scenarios
            explorer.scenario = scenario
            before = explorer.schedules = explorer.cut = 0
            failure, explored_all = explorer.search(strategy, most, depth, preemptions)
            count = explorer.schedules - before
            told_failure = None
            if failure is not None:
                failure = explorer.shrink(failure)
                _, steps, events = explorer.tell(failure.schedule)
                told_failure = {
                    "kind": failure.kind,
                    "message": failure.message,
                    "schedule_id": strategies.to_id(failure.schedule, self.grading.source),
                    "steps": steps,
                    "preemptions": failure.preemptions,
                    "trace": events,
                }
            explorer.scenario = None
        return {"schedules": count, "explored_all": explored_all, "failure": told_failure}

    def play(self, source, moves, grain):
        """Run a program under moves."""
        if grain not in (LINE, BYTECODE):
            raise ValueError("grain is bytecode or line")
        with self._aside():
            player = _Player(source, "program.py", self.grading.seed, clock=self.clock)
            try:
                position = player.play(_ByName(list(moves), grain))
            finally:
                player.watch.end()
            made = player.watch.made
        failure = position["failure"]
        finished = position["ending"] is not None
        return {
            "globals": player.values,
            "failure": failure and failure["message"],
            "illegal": made if made < len(moves) else None,
            "finished": finished,
        }

    @contextmanager
    def _aside(self):
        """Runs of their own, after which the check goes on as before."""
        outer, time, limit = scheduler.run, self.clock.now(), self.clock.limit
        hook, main, was_on = threading.excepthook, sys.modules.get("__main__"), gc.isenabled()
        out, err = sys.stdout, sys.stderr
        ask = pristine.builtins["input"]
        self.clock.limit = self.grading.check.seconds
        sys.stdout = sys.stderr = Nowhere()
        gc.disable()
        try:
            yield
        finally:
            self.scenarios.accesses.end()
            sys.stdout, sys.stderr = out, err
            trial._forget_threads()
            sys.modules["__main__"] = main or ModuleType("__main__")
            sys.modules["builtins"].input = ask
            self.clock.restart(counting=True)
            self.clock.advance(time)
            self.clock.limit = limit
            scheduler.run = outer
            threading.excepthook = hook
            if was_on:
                gc.enable()

    @contextmanager
    def limit(self, seconds):
        """A block that may take so long, by the answer's clock."""
        clock, limit = self.clock, Limit()
        outer, mine = clock.limit, clock.now() + seconds
        clock.limit = min(outer, mine)
        try:
            yield limit
        except TooMuch:
            limit.reached = mine <= outer
            raise
        finally:
            clock.limit = outer

    def ident(self):
        """The number of the thread that runs."""
        return scheduler.run.current.ident

    def pause(self):
        """Let others go first, for a moment."""
        self.sleep(1e-6)

    def sleep(self, seconds):
        """Wait, while others run."""
        run = scheduler.run
        run.block("sleep", run.clock.now() + seconds)

    def held_locks(self):
        """Every lock that somebody holds."""
        return [
            item
            for item in _get_objects()
            if type(item) in (locks.lock, locks.RLock) and item.locked()
        ]

    def describe_lock(self, lock):
        """How the answer calls a lock, and the name of the thread that holds it or None."""
        holder = lock.holder
        return deadlock.lock_name(lock), holder and deadlock.thread_name(holder)

    def waits(self, names):
        """What the first of these threads waits for, as the end of a sentence."""
        for thread in scheduler.run.threads:
            if deadlock.thread_name(thread) in names and thread.state is scheduler.BLOCKED:
                where = f", line {thread.where[1]}" if thread.where else ""
                return f": it {deadlock._wait_of(thread)[0]}{where}"
        return ""
