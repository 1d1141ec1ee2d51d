"""Runs one program under many schedules until one fails; shrinks that one and tells it in steps."""

import gc
import json
import sys

from .. import host
from ..switching import watching
from ..threads import scheduler
from ..trace.trace import Trace
from . import strategies
from .accesses import Accesses, Looks
from .goals import Goal, outcome
from .steps import Recorder
from .trial import Nowhere, Trial

TIDYING = 20  # schedules from one collection to the next; then the host hears how many there were
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


class Explorer(Trial):
    """One program, run under one schedule after another in one interpreter."""

    def __init__(self, source, file, seed=0, gil=False, goal=None, clock=None):
        super().__init__(source, file, seed, clock)
        self.goal = Goal(goal) if goal else None
        self.accesses = Looks(self.code) if gil else Accesses(self.code)
        self.schedules = 0  # run so far
        self.cut = 0  # of these, ended by the limit of steps

    def run(self, path, recorder=None, trace=None):
        """Run the program once; return its Failure, or None."""
        if self.schedules % TIDYING == 0:
            self.tidy()
            host.progress(self.schedules)
        run = self.begin(path)
        run.on_first_thread = self.accesses.begin
        self.accesses.restart(recorder)
        self.schedules += 1
        self.perform(run, trace=trace)
        self.accesses.recorder = None
        self.cut += self.went_on
        if self.goal is None:
            return Failure(*self.escaped, path) if self.escaped else None
        if self.went_on or not self.goal.reached(self.escaped, self.names):
            return None
        return Failure(*(self.escaped or ("goal", self.goal.text)), path)

    def outcomes(self, most):
        """How up to `most` schedules end: `[{outcome, schedules, goal}]`, and if those are all."""
        found, path = {}, strategies.Path()
        for _ in range(most):
            reached = self.run(path) is not None
            text = (
                "goes on for too long"
                if self.went_on
                else outcome(self.goal, self.escaped, self.names)
            )
            entry = found.setdefault(text, {"outcome": text, "schedules": 0, "goal": reached})
            entry["schedules"] += 1
            schedule = strategies.following(path.choices)
            if schedule is None:
                return list(found.values()), not self.cut
            path = strategies.Path(schedule)
        return list(found.values()), False

    def search(self, strategy, most, depth=3, most_preemptions=None):
        """Run up to `most` schedules; return the first Failure or None, and if that was all."""
        path, length = strategies.Path(), 0
        for number in range(most):
            if number and strategy == "random":
                path = strategies.RandomWalk(f"{self.seed} {number}")
            elif number and strategy == "pct":
                path = strategies.Priorities(f"{self.seed} {number}", depth, length)
            failure = self.run(path)
            if failure is not None:
                return failure, False
            length = max(length, len(path.choices))
            if strategy == "exhaustive":
                schedule = strategies.following(path.choices, most_preemptions)
                if schedule is None:
                    return None, most_preemptions is None and not self.cut
                path = strategies.Path(schedule)
            elif not any(candidates > 1 for candidates, _, _ in path.choices):
                return None, not self.cut  # there is nothing to choose
        return None, False

    def shrink(self, failure):
        """The same failure with the fewest preemptions that a short search gives."""
        for most_preemptions in range(failure.preemptions):
            path = strategies.Path()
            for _ in range(SHRINKING):
                found = self.run(path)
                if failure.is_like(found):
                    return found
                schedule = strategies.following(path.choices, most_preemptions)
                if schedule is None:
                    break
                path = strategies.Path(schedule)
        return self._leave_out(failure)

    def _leave_out(self, failure):
        """The same failure with as few departures from the default as leaving out gives."""
        best = failure
        while True:
            for number in sorted(best.schedule, reverse=True):
                rest = {n: i for n, i in best.schedule.items() if n != number}
                found = self.run(strategies.Path(rest))
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
        sys.stdout, sys.stderr = Nowhere(), Nowhere()
        trace.watch(sys.stdout, "stdout")
        trace.watch(sys.stderr, "stderr")
        gc.collect()
        # What did not matter was switched off where it stands; to be told, it must be on again.
        watching.monitoring.restart_events()
        try:
            failure = self.run(strategies.Path(schedule), recorder.reached, trace)
        finally:
            sys.stdout, sys.stderr = out, err
        self.accesses.end()  # what is named below is no step of the program
        events = [event for piece in pieces for event in json.loads(piece)]
        return failure, recorder.steps(), events


def explore(bridge, source, file, options):
    """Explore a program; return JSON: the `explore` object of the terminal's contract, or an error.

    `options` is JSON: `{schedules, strategy, seed, depth, preemptions, replay, goal?,
    switch?, count?, moves?}`, as runtime/border/protocol.ts has it.
    """
    scheduler.connect(bridge)
    options = json.loads(options)
    out, err = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = Nowhere()
    gc.disable()
    try:
        gil, goal = options.get("switch") == "gil", options.get("goal")
        explorer = Explorer(source, file, options["seed"], gil, goal)
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
    if options.get("count"):
        found, explored_all = explorer.outcomes(options["schedules"])
        return {
            "schedules": explorer.schedules,
            "explored_all": explored_all,
            "cut": explorer.cut,
            "failure": None,
            "outcomes": found,
        }
    if options["replay"] is not None:
        schedule, explored_all = strategies.from_id(options["replay"], source), False
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
                "schedule_id": strategies.to_id(failure.schedule, source),
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
