"""How a run begins, and what its threads do to wait for nothing but time."""

import sys

from ..disguise import hooks
from . import hashes, interrupt, locks, policies, scheduler, signals, thread_local


def begin_run(clock, policy=None):
    """Start a run: its one thread is the main one, and is the current one. Return the Scheduler."""
    if scheduler.run is not None:
        thread_local.forget(scheduler.run.main)
    hashes.restart()
    signals.restart()
    run = scheduler.run = scheduler.Scheduler(clock, policy or policies.FirstComeFirstServed())
    run.on_end = thread_local.forget
    run.on_interrupt = interrupt.meet
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None:
        asyncio.events._set_running_loop(None)  # Pyodide's own is not the program's
    return run


def sleep(seconds, /):
    """Wait at least so many seconds, while others run."""
    if hooks.audited:
        sys.audit("time.sleep", seconds)
    seconds = locks.as_seconds(seconds)
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds > locks.TIMEOUT_MAX:
        raise OverflowError(locks.TOO_LARGE)
    run = scheduler.run
    if seconds == 0:
        run.give_way()
    else:
        deadline = run.clock.now() + seconds
        while run.block("sleep", deadline):
            pass  # a signal's handler ran and did not raise
