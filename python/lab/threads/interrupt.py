"""Stop and alarms, as the program meets it: SIGINT in its main thread, like Ctrl+C at a terminal.

While Python computes, the host answers CPython's own look for signals with `STOP`, whose handler
runs between two bytecodes of whichever thread computes. While everything is parked, the scheduler
and `input` ask the host after their wait.
"""

import signal
import sys

from .. import host
from ..disguise.own_code import ENGINE
from . import alarms, scheduler

STOP = 64  # the host's name for it (runtime/worker/interrupts.ts); programs use no such signal


def install():
    """Let the host interrupt programs."""
    signal.signal(STOP, _arrived)


def _arrived(signum, frame):
    run = scheduler.run
    run.hear()
    if not _may_raise(frame):
        return  # the host says it again
    if _late and _late[0][0] is run.current:
        error = _late.pop()[1]
        alarms.tell_host()
        raise error
    if run.clock.counting or not run.clock.is_virtual:
        run.fire_timers()
    if callable(run.main.doom) and run.current is run.main:
        run.meet_doom()


_late = []  # raised where no `try` would have seen it


def raise_at_next_look(error):
    """Raise an error when the interpreter looks for signals next, in the current thread."""
    _late[:] = [(scheduler.run.current, error)]
    host.alarm(0.0)


def _may_raise(frame):
    """Whether the program is at work, or the library for it: the engine must not be cut in two."""
    run = scheduler.run
    while frame is not None and not frame.f_code.co_filename.startswith(ENGINE):
        if run.is_own(frame.f_code.co_filename):
            return True
        frame = frame.f_back
    return False


def meet():
    """Do in the main thread what the program has SIGINT do: KeyboardInterrupt, as a rule."""
    host.meet_interrupt()
    scheduler.run.main.doom = None  # the signal can have been given again on the way here
    handler = signal.getsignal(signal.SIGINT)
    if callable(handler):
        frame = sys._getframe(1)
        while frame is not None and frame.f_code.co_filename.startswith(ENGINE):
            frame = frame.f_back
        handler(int(signal.SIGINT), frame)
