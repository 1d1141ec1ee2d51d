"""Runs a program in moves: a thread goes on by a line or a bytecode, then somebody chooses again.

Where only one thread can go on it does so by itself, until another can. A new thread first comes to
its first line by itself: what it does before that nobody can notice.
"""

import dis
import sys

from ..switching.code_objects import code_objects
from ..switching.gil_looks import GilLooks
from ..switching.watching import Watch, events, monitoring
from ..threads import scheduler
from . import values
from .shadow import Shadow
from .trial import StepLimit

LINE, BYTECODE, AUTO, ARRIVE = "line", "bytecode", "auto", "arrive"
STAYS = 0.6  # the chance that whoever goes on by lot is the same as before


class Place:
    """Where a thread stands: before an instruction of the program."""

    __slots__ = ("code", "frame", "instruction", "items", "line", "locals", "offset")


class Moves(GilLooks, Watch):
    """Watches every bytecode, and is the policy of the run: it follows a list of moves."""

    MOST = 20_000  # bytecodes in one run
    is_fair = False

    def __init__(self, code, gil):
        super().__init__()
        self.callbacks = {
            events.PY_START: self.entered,
            events.INSTRUCTION: self.reached,
            events.CALL: self.called,
            events.C_RETURN: self.returned,
            events.JUMP: self.jumped,
        }
        self.local_events = (
            events.PY_START | events.INSTRUCTION | events.CALL | (events.JUMP if gil else 0)
        )
        self._program = list(code_objects(code))
        self._gil = gil
        self._instructions = {}  # id of a code object → it, and offset → dis.Instruction

    def restart(self, moves, stopped, dice=None):
        """Begin a run that follows `moves`, then calls `stopped()` and ends.

        With `dice`, a pair of a grain and a Random, it goes on by lot and `moves` grows.
        """
        self.moves, self._dice, self.stopped = moves, dice, stopped
        self.steps = []  # {thread, line, bytecode?, auto, move}
        self.places = {}
        self.shadow = Shadow()
        self.over = False
        self.made = self.count = 0
        self._mover = self._grain = None
        self._new_line = set()  # threads that came to another line since their move began
        self._may_switch = set()

    def begin(self):
        """Watch the whole program from the start, so that nothing on a stack is missed."""
        super().begin()
        for code in self._program:
            self.know(code)

    def instruction(self, code, offset):
        """The dis.Instruction at an offset."""
        known = self._instructions.get(id(code))
        if known is None:
            known = code, {i.offset: i for i in dis.get_instructions(code)}
            self._instructions[id(code)] = known
        return known[1][offset]

    def line_of(self, place):
        """The instructions of the line at which a thread stands."""
        self.instruction(place.code, place.offset)
        return [
            i
            for i in self._instructions[id(place.code)][1].values()
            if i.line_number == place.line and i.opname not in ("RESUME", "NOT_TAKEN", "CACHE")
        ]

    def entered(self, code, offset):
        """A function of the program begins."""
        if not self.know(code):
            return monitoring.DISABLE
        self.shadow.started(sys._getframe(1))
        self.look()
        return None

    def reached(self, code, offset):
        """The current thread is about to do the bytecode at `offset`: go on, or let one choose."""
        run, frame = scheduler.run, sys._getframe(1)
        me = run.current
        instruction = self.instruction(code, offset)
        self.count += 1
        if self.count > self.MOST and not self.over:
            self.went_on()
        if me.doom is not None:
            run.meet_doom()
        if self.over:
            return
        self.shadow.arrived(frame, instruction)
        self._stand(me, frame, instruction)
        run.clock.advance(1e-6)
        run.fire_timers()
        if self._is_done(me, run):
            if frame.f_locals is not frame.f_globals:
                self.places[me.ident].locals = values.variables(frame.f_locals)
            while True:
                chosen = self._decide([me, *run.ready])
                if self.over:
                    run.meet_doom()
                if chosen is not me:
                    run.switch_to(chosen)
                if self._mover is me:
                    break
        self.shadow.done(frame, instruction)

    def choose(self, candidates, current):
        """Who goes on when a thread waits or has ended: the policy of the run."""
        if self.over:
            return candidates[0]
        chosen = self._decide(candidates)
        return candidates[0] if self.over else chosen

    def went_on(self):
        """End a run that is too long."""
        self._end()
        scheduler.run.main.doom = StepLimit()

    def _stand(self, me, frame, instruction):
        before = self.places.get(me.ident)
        place = self.places[me.ident] = Place()
        place.code, place.offset = frame.f_code, instruction.offset
        place.instruction, place.frame = instruction, id(frame)
        place.line = instruction.line_number or (before.line if before else None)
        place.items = self.shadow.items(frame)
        place.locals = []
        elsewhere = before is None or (before.code, before.line) != (place.code, place.line)
        if elsewhere or (place.offset <= before.offset and place.frame == before.frame):
            self._new_line.add(me)

    def _is_done(self, me, run):
        if self._gil:
            if me not in self._may_switch:
                return False
            self._may_switch.discard(me)
        if self._mover is not me or self._grain in (BYTECODE, ARRIVE):
            return True
        return me in self._new_line or (self._grain == AUTO and bool(run.ready))

    def _decide(self, candidates):
        """Who makes the next move; None where that is for somebody to choose."""
        new = next((t for t in candidates if t.state is scheduler.NEW), None)
        if new is not None:
            self._mover, self._grain = new, ARRIVE
            return new
        if len(candidates) == 1:
            return self._move(candidates[0], AUTO)
        if self.made == len(self.moves) and self._dice is not None:
            self.moves.append(self._throw(candidates))
        ident, grain = self.moves[self.made] if self.made < len(self.moves) else (None, None)
        chosen = next((t for t in candidates if t.ident == ident), None)
        if chosen is None:
            self.stopped()
            self._end()
            return None
        self.made += 1
        return self._move(chosen, grain)

    def _throw(self, candidates):
        by, chance = self._dice
        stays = self._mover in candidates and chance.random() < STAYS
        thread = self._mover if stays else candidates[chance.randrange(len(candidates))]
        return [thread.ident, LINE if thread is scheduler.run.main else by]

    def _move(self, thread, grain):
        self._mover, self._grain = thread, grain
        place = self.places.get(thread.ident)
        auto = grain == AUTO
        self._new_line.discard(thread)
        if place is not None:
            step = {"thread": thread.ident, "line": place.line, "auto": auto}
            step["move"] = self.made if auto else self.made - 1
            if grain == BYTECODE:
                step["bytecode"] = bytecode(place.instruction)
            self.steps.append(step)
        return thread

    def _end(self):
        """Unwind every thread, the main one included."""
        run = scheduler.run
        self.over = run.closing = True
        for thread in run.threads:
            thread.doom = scheduler.Killed()
            if thread is not run.current or thread.state is scheduler.BLOCKED:
                run.wake(thread)


def bytecode(instruction):
    """An instruction as people read it: `STORE_GLOBAL x`."""
    text = f"{instruction.opname} {instruction.argrepr}".strip()
    return text if len(text) <= 48 else text[:47] + "…"
