"""Be the scheduler: runs a program under the moves so far, and tells where everybody stands.

Nothing is kept between two positions: each is reached from the program's first line, so that to
take a move back is to leave it out.
"""

import gc
import json
import sys
from random import Random

from .. import host
from ..threads import _thread, deadlock, locks, scheduler
from . import values
from .goals import Goal
from .moves import BYTECODE, LINE, Moves, bytecode
from .shadow import NULL
from .trial import Trial

MOST_OUTPUT = 4_000  # characters
FIND = 200  # runs to try


class _Kept:
    """A stream that keeps the beginning of what is written."""

    encoding = "utf-8"

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text[: max(0, MOST_OUTPUT - len(self.text))]
        return len(text)

    def flush(self):
        pass


class Player(Trial):
    """One program, played."""

    def __init__(self, source, file, seed=0, gil=False, goal=None, clock=None):
        super().__init__(source, file, seed, clock)
        self.watch = Moves(self.code, gil)
        self.goal = Goal(goal) if goal else None
        self.position = None

    def find(self, moves):
        """Go on from these moves by lot until the goal is reached, or any failure without one.

        Return all moves, or None where the luck did not suffice.
        """
        for number in range(FIND):
            grain = BYTECODE if number > 20 and number % 3 == 0 else LINE
            tried = list(moves)
            position = self.play(tried, (grain, Random(f"{self.seed} {number}")))
            if position["goal"] or (self.goal is None and position["failure"]):
                return tried
        return None

    def play(self, moves, dice=None):
        """Run under the moves; return the position, a dict as runtime/schedules/play.ts has it."""
        run = self.begin(self.watch)
        self._names = {1: "MainThread"}
        self._run = run
        self.position = None
        self._out = sys.stdout = sys.stderr = _Kept()
        on_end = run.on_end
        run.on_end = lambda thread: (self._known(), on_end(thread))
        run.on_deadlock = self._deadlocked
        self.watch.restart(moves, self._stopped, dice)
        self.watch.begin()
        self.perform(run, self._over)
        return self.position

    def _stopped(self):
        self.position = self._describe(None)

    def _deadlocked(self, run):
        found = deadlock.describe(run)
        if self.position is None:
            self.position = self._describe(("deadlock", str(found)))
            self.watch.over = True
        return found

    def _over(self):
        if self.went_on:
            raise RuntimeError(
                f"This goes on for more than {self.watch.MOST:,} bytecodes: play a shorter program."
            )
        if self.position is None:
            self._run.main.state = scheduler.DONE
            self.position = self._describe(self.escaped or ("done", ""))
        self.watch.over = True

    def _known(self):
        """Note the names of the threads while they have one."""
        for thread in self._run.threads:
            self._names[thread.ident] = deadlock.thread_name(thread)

    def _describe(self, ending):
        self._known()
        names = self.names
        found = values.find_locks(names)
        of_lock = {id(lock): name for name, lock in found}
        failure = ending if ending and ending[0] != "done" else self.escaped
        reached = ending is not None or failure is not None
        return {
            "threads": [self._thread(ident, of_lock) for ident in sorted(self._names)],
            "globals": values.variables(names),
            "locks": [self._lock(name, lock) for name, lock in found],
            "output": self._out.text,
            "steps": self.watch.steps,
            "ending": ending and {"kind": ending[0], "message": ending[1]},
            "failure": failure and {"kind": failure[0], "message": failure[1]},
            "goal": bool(self.goal and reached and self.goal.reached(failure, names)),
        }

    def _thread(self, ident, of_lock):
        thread = next((t for t in self._run.threads if t.ident == ident), None)
        place = self.watch.places.get(ident)
        ended = thread is None or thread.state is scheduler.DONE
        waits, holder = self._wait(thread, of_lock) if not ended else (None, None)
        can_run = not ended and thread.state is not scheduler.BLOCKED
        told = {
            "id": ident,
            "name": self._names[ident],
            "state": "ended" if ended else "can-run" if can_run else "waits",
            "line": place.line if place else None,
            "waits": waits,
            "holder": holder,
            "offset": None,
            "bytecodes": [],
            "stack": None,
            "locals": [],
        }
        if place is not None and not ended:
            told["offset"] = place.offset
            told["bytecodes"] = [
                {"offset": i.offset, "text": bytecode(i)} for i in self.watch.line_of(place)
            ]
            told["stack"] = place.items and [text_of(item) for item in place.items]
            told["locals"] = place.locals
        return told

    def _wait(self, thread, of_lock):
        """What a blocked thread waits for, and the ident of the thread that could end that."""
        if thread.state is not scheduler.BLOCKED:
            return None, None
        reason = thread.reason
        if isinstance(reason, _thread._ThreadHandle):
            reason = reason.thread
        if isinstance(reason, scheduler.GreenThread):
            return f"waits for {self._names.get(reason.ident, 'a thread')} to end", reason.ident
        if isinstance(reason, (locks.lock, locks.RLock)) and id(reason) in of_lock:
            holder = reason.holder.ident if reason.holder else None
            return f"waits for {of_lock[id(reason)]}", holder
        if reason == "sleep":
            return "sleeps", None
        return f"waits in {thread.through}()" if thread.through else "waits", None

    def _lock(self, name, lock):
        waiting = [thread.ident for thread in lock._waiters if thread.state is scheduler.BLOCKED]
        holder = lock.holder.ident if lock.holder else None
        kind = "RLock" if isinstance(lock, locks.RLock) else "Lock"
        return {"name": name, "type": kind, "holder": holder, "waiters": waiting}


def text_of(item):
    """An item of a stack, as people see it."""
    if item is NULL:
        return "NULL"
    return values.short(item.value) if item.known else "…"


def play(bridge, source, file, options):
    """Play a program until the page has enough; return `{}`, or `{error}`, as JSON.

    `options` is JSON: `{moves, goal, switch, seed}`; a position is answered with `{moves, find?}`.
    """
    scheduler.connect(bridge)
    options = json.loads(options)
    out, err = sys.stdout, sys.stderr
    gc.disable()
    try:
        gil = options["switch"] == "gil"
        player = Player(source, file, options["seed"], gil, options["goal"])
        host.started()
        command = options
        while command is not None:
            moves = command["moves"]
            found = player.find(moves) if command.get("find") else None
            position = player.play(found or moves) | {"found": found}
            gc.collect()
            answer = host.position(json.dumps(position))
            command = json.loads(answer) if answer is not None else None
    except SyntaxError as error:
        return json.dumps({"error": f"SyntaxError: {error}"})
    except (ValueError, RuntimeError) as error:
        return json.dumps({"error": str(error)})
    finally:
        sys.stdout, sys.stderr = out, err
    return "{}"
