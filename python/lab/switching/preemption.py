"""When a running thread loses the interpreter: at CPython's own looks.

CPython 3.14 looks whether it is asked to let go of the GIL when a function is entered or resumed,
at a loop's backward jump, and after a call of something that is not a Python function: these are
the instructions with HAS_EVAL_BREAK_FLAG in Include/internal/pycore_opcode_metadata.h. It counts
these looks, and at the one that was asked for it calls the handler of a signal.
"""

import signal
import sys
from random import Random

from .. import host
from ..disguise.own_code import ENGINE
from ..threads import _thread, scheduler
from ..threads.clock import LOOK, NEVER
from . import collecting

SIGNAL = 63  # the host's name for it (runtime/worker/beat.ts); programs use no such signal
# From seeing to what need not be seen at once to the next time: the collector, as a rule, is due
# after 2,000 new objects; where they come slowly it is looked at less often.
CHORES_APART = 5000 * LOOK
CHORES_FAR_APART = 20_000 * LOOK
# Looks by which an operating system's timer is late; always on time, a switch would always come at
# the same place of a loop that has as many looks as go into an interval.
LATEST = 11
CHORES_ALONE = 4  # of the last thread, before the automatic collector is left to itself again


def install():
    """Have CPython call the scheduler at the look that it asked for."""
    signal.signal(SIGNAL, _looked)


def _looked(signum, frame):
    """Look around. The clock stands, and the host has made room for RESERVE calls."""
    run = scheduler.run
    me, around = run.current, run.preemption
    meets = around is not None and is_cut_here(frame)
    try:
        if meets:
            around.look(run)
    finally:
        run.clock.go_on(0, run.when_due() if meets else None)
        me.room.value -= scheduler.RESERVE
    if meets:
        if me.doom is not None:
            run.meet_doom()
        if around.collects:
            around.collects = False
            collecting.current.run()


def preempt(run, seed=0):
    """Have the threads of `run`, a Scheduler, take turns."""
    run.preemption = Preemption(seed)
    run.on_first_thread = run.preemption.begin


def is_cut_here(frame):
    """Whether a thread may lose the interpreter in `frame`, where the engine is not at work."""
    is_own = scheduler.run.is_own
    while frame is not None:
        code = frame.f_code
        if is_own(code.co_filename):
            return True
        if code.co_filename.startswith(ENGINE):
            return code is _thread.FIRST
        frame = frame.f_back
    return False


class Preemption:
    """A thread of a run lets go of the interpreter one switch interval after another has asked."""

    def __init__(self, seed):
        self._late = Random(f"{seed} late").randrange
        self._lateness = 0.0
        self.collects = False  # the collector's turn has come
        self._chores_due = 0.0
        self._alone = 0

    def begin(self):
        """A second thread starts."""
        self._alone = 0
        if not collecting.current.on:
            self._chores_due = scheduler.run.clock.now() + CHORES_APART
        collecting.current.begin()

    def look(self, run):
        """Let go of the interpreter if it is time."""
        if run.outside is not None:
            run.outside.look()
        run.fire_timers()
        now = run.clock.now()
        if collecting.current.on and now >= self._chores_due:
            self._see_to_chores(run, now)
        if run.ready and now >= self._interval_ends(run) and host.can_wait():
            self._lateness = self._late(LATEST) * LOOK
            run.let_go(run.choose(), "interval")

    def _see_to_chores(self, run, now):
        self.collects = collecting.current.is_due()
        soon = self.collects or collecting.current.is_near()
        self._chores_due = now + (CHORES_APART if soon else CHORES_FAR_APART)
        self._alone = self._alone + 1 if len(run.threads) == 1 else 0
        if self._alone >= CHORES_ALONE:
            collecting.current.end()

    def _interval_ends(self, run):
        since = max(run.ready[0].since, run.last_switch)
        return since + sys.getswitchinterval() + self._lateness

    def when_due(self, run):
        """When, by the run's clock, to look around next, unless something else comes up."""
        due = self._chores_due if collecting.current.on else NEVER
        if run.ready:
            due = min(due, self._interval_ends(run))
        if run.timers:
            due = min(due, run.timers[0][0])
        if run.outside is not None:
            due = min(due, run.outside.when_due())
        return due
