"""Signals: they belong to the main thread, whichever thread sends them, and alarms to the clock.

Names, messages and rules are those of CPython 3.14's Modules/signalmodule.c.
"""

import _signal
import errno
import math
import os
import signal
import sys

from ..disguise.built_in import put
from ..disguise.own_code import ENGINE
from . import alarms, scheduler

_set_handler, _set_wakeup_fd = _signal.signal, _signal.set_wakeup_fd
_IGNORED = frozenset((signal.SIGCHLD, signal.SIGCONT, signal.SIGURG, signal.SIGWINCH))
_pending = []
_replaced = {}  # signal → its handler before the program set one
_timer = None  # the Alarm of ITIMER_REAL, and what it repeats after
_interval = 0.0


def restart():
    """Forget what came in an earlier run, and which handlers it set."""
    global _timer, _interval
    _pending.clear()
    while _replaced:
        _set_handler(*_replaced.popitem())
    _timer, _interval = None, 0.0


def _check(signum):
    if not 0 < signum < signal.NSIG:
        raise ValueError("signal number out of range")


def _in_main_only(what):
    run = scheduler.run
    if run.current is not run.main:
        raise ValueError(f"{what} only works in main thread of the main interpreter")


def _signal_of_main(signalnum, handler, /):
    """Set the action for the given signal."""
    _in_main_only("signal")
    before = _set_handler(signalnum, handler)
    _replaced.setdefault(signalnum, before)
    return before


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    """Sets the fd to be written to (with the signal number) when a signal comes in."""
    _in_main_only("set_wakeup_fd")
    return _set_wakeup_fd(fd, warn_on_full_buffer=warn_on_full_buffer)


def call_handler(signum):
    """Have the main thread, at its next look, call the program's handler of a signal."""
    if callable(_signal.getsignal(signum)):
        if signum not in _pending:
            _pending.append(signum)
        hurry(scheduler.run)


def hurry(run):
    """Let the main thread look now for what has come, unless something else is due to it."""
    if _pending and run.main.doom is None:
        run.main.doom = _meet
        run.clock.hurry()
        run.wake(run.main)


def deliver(signum):
    """Do what an operating system does with a signal that was sent to this process."""
    call_handler(signum)
    if _signal.getsignal(signum) == signal.SIG_DFL and signum not in _IGNORED:
        os._exit(128 + signum)  # as a shell tells of it


def interrupt(signum):
    """Call the program's handler of a signal, if there is one: at once in the main thread."""
    call_handler(signum)
    run = scheduler.run
    if run.current is run.main and run.main.doom is _meet:
        run.meet_doom()


def _meet():
    """Call in the main thread the handlers of what has come."""
    frame = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename.startswith(ENGINE):
        frame = frame.f_back
    try:
        while _pending:
            signum = min(_pending)
            _pending.remove(signum)
            handler = _signal.getsignal(signum)
            if callable(handler):
                handler(signum, frame)
    finally:
        hurry(scheduler.run)  # where a handler raises, the others are called at the next look


def raise_signal(signalnum, /):
    """Send a signal to the executing process."""
    _check(signalnum)
    deliver(int(signalnum))
    interrupt(int(signalnum))


def kill_self(signum):
    """Send a signal to this process; 0 only asks whether it is there."""
    if not 0 <= signum < signal.NSIG:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if signum:
        raise_signal(signum)


def pthread_kill(thread_id, signalnum, /):
    """Send a signal to a thread; its handler is called in the main thread."""
    if all(thread.ident != thread_id for thread in scheduler.run.threads):
        raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))
    if signalnum:
        raise_signal(signalnum)


def setitimer(which, seconds, interval=0.0, /):
    """Sets given itimer (one of ITIMER_REAL, ITIMER_VIRTUAL or ITIMER_PROF)."""
    global _timer, _interval
    if which != signal.ITIMER_REAL:
        raise signal.ItimerError(
            errno.EINVAL, "only ITIMER_REAL is counted here: it goes by the clock of the run"
        )
    if not (0 <= seconds < math.inf and 0 <= interval < math.inf):
        raise signal.ItimerError(errno.EINVAL, os.strerror(errno.EINVAL))
    old = getitimer(which)
    if _timer is not None:
        _timer.cancel()
    _interval = math.ceil(interval * 1e6) / 1e6  # it is counted in whole microseconds
    _timer = alarms.Alarm(scheduler.run.clock.now() + seconds, _ring) if seconds else None
    return old


def _ring():
    global _timer
    deliver(int(signal.SIGALRM))
    if not _interval:
        _timer = None
        return
    missed = (scheduler.run.clock.now() - _timer.deadline) // _interval
    _timer = alarms.Alarm(_timer.deadline + (missed + 1) * _interval, _ring)


def getitimer(which, /):
    """Returns current value of given itimer."""
    if which != signal.ITIMER_REAL or _timer is None:
        return 0.0, 0.0
    return max(_timer.deadline - scheduler.run.clock.now(), 1e-6), _interval


def alarm(seconds, /):
    """Arrange for SIGALRM to arrive after the given number of seconds."""
    return math.ceil(setitimer(signal.ITIMER_REAL, seconds)[0])


def pause():
    """Wait until a signal arrives."""
    run = scheduler.run
    while not run.block("signal") and run.current is not run.main:
        pass


def install():
    """Put these in the place of what knows one thread only."""
    _signal_of_main.__name__ = "signal"
    put(_signal, _signal_of_main, set_wakeup_fd)
    ours = (raise_signal, pthread_kill, setitimer, getitimer, alarm, pause, set_wakeup_fd)
    put(signal, *ours)
