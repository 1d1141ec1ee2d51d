"""Puts the parts together: the standard library's own threads, on green threads."""

import sys
import time

from . import (
    collector,
    databases,
    files,
    fresh,
    hashes,
    hooks,
    interrupt,
    locks,
    policies,
    processor_time,
    refusals,
    scheduler,
    signals,
    thread_local,
    threads,
)
from .built_in import put
from .clock import RealClock
from .processes import kernel

# Modules that keep what they once took from `_thread`: imported anew on top of ours.
STANDING_ON_THREADS = frozenset(
    "_asyncio _queue _threading_local asyncio concurrent logging multiprocessing queue "
    "threading".split()
)


class _WithoutC:
    """Keeps out two C modules that know threads by what the operating system calls one.

    Both have a twin in Python, which the standard library then takes.
    """

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Refuse the two; leave the rest to the other finders."""
        if name in ("_queue", "_asyncio"):
            raise ModuleNotFoundError(
                f"{name} stands on threads of the operating system", name=name
            )


def install():
    """Make `_thread` ours, so that whatever imports `threading` from now on stands on it."""
    begin(RealClock())
    for name in list(sys.modules):
        if name.partition(".")[0] in STANDING_ON_THREADS:
            del sys.modules[name]
    sys.meta_path.insert(0, _WithoutC)
    sys.modules["_thread"] = threads
    sys.modules["_frozen_importlib"]._thread = threads
    fresh.install()
    collector.install()
    put(time, sleep)
    processor_time.install()
    interrupt.install()
    signals.install()
    files.install()
    refusals.install()
    databases.install()
    hooks.install()
    from . import dumps, event_loop, frames

    event_loop.install()
    hashes.install()
    frames.install()
    dumps.install()
    from .processes import library

    library.install()


def begin(clock, policy=None):
    """Start a run: its one thread is the main one, and is the current one. Return the Scheduler."""
    if scheduler.run is not None:
        thread_local.forget(scheduler.run.main)
    hashes.restart()
    signals.restart()
    run = scheduler.run = scheduler.Scheduler(clock, policy or policies.FirstComeFirstServed())
    run.on_end = thread_local.forget
    run.reach_out = kernel.Kernel
    run.look_at_files = files.look
    run.on_interrupt = interrupt.meet
    run.raise_at_next_look = interrupt.raise_at_next_look
    asyncio = sys.modules.get("asyncio")
    if asyncio is not None:
        asyncio.events._set_running_loop(None)  # Pyodide's own is not the program's
    return run


def preempt(run, watch):
    """Have `watch`, a Preemption, and the collector begin when a second thread starts."""

    def first_thread():
        watch.begin()
        collector.current.begin()

    run.on_first_thread = first_thread


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
