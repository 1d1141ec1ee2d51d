"""Stop, as the program meets it: SIGINT in its main thread, like Ctrl+C at a terminal.

While Python computes, the host answers CPython's own look for signals with `STOP`, whose handler
runs between two bytecodes of whichever thread computes. While everything is parked, the scheduler
and `input` ask the host after their wait.
"""

import signal
import sys

from .. import host
from ..disguise.own_code import ENGINE
from . import scheduler

STOP = 64  # the host's name for it (runtime/worker/interrupts.ts); programs use no such signal


def install():
    """Let the host interrupt programs."""
    signal.signal(STOP, _arrived)


def _arrived(signum, frame):
    run = scheduler.run
    run.hear()
    if _may_raise(frame) and callable(run.main.doom) and run.current is run.main:
        run.meet_doom()  # else the host says it again


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
