"""Puts the parts together: the standard library's own threads, on green threads."""

import sys
import time
from functools import wraps

from . import collector, hashes, interrupt, locks, policies, scheduler, thread_local, threads
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
    collector.install()
    time.sleep = sleep
    sys._current_frames = lambda: {threads.get_ident(): sys._getframe(1)}
    for name in ("setprofile", "settrace", "_setprofileallthreads", "_settraceallthreads"):
        setattr(sys, name, _alone(getattr(sys, name)))
    from . import event_loop

    event_loop.install()
    hashes.install()
    interrupt.install()
    from .processes import library

    library.install()


def begin(clock, policy=None):
    """Start a run: its one thread is the main one, and is the current one. Return the Scheduler."""
    if scheduler.run is not None:
        thread_local.forget(scheduler.run.main)
    hashes.restart()
    run = scheduler.run = scheduler.Scheduler(clock, policy or policies.FirstComeFirstServed())
    run.on_end = thread_local.forget
    run.reach_out = kernel.Kernel
    run.on_interrupt = interrupt.meet
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
    seconds = locks.as_seconds(seconds)
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    if seconds < 0:
        raise ValueError("sleep length must be non-negative")
    if seconds > locks.TIMEOUT_MAX:
        raise OverflowError("timestamp too large to convert to C PyTime_t")
    run = scheduler.run
    if seconds == 0:
        run.give_way()
    else:
        deadline = run.clock.now() + seconds
        while run.block("sleep", deadline):
            pass  # a signal's handler ran and did not raise


def _alone(function):
    """`function`, which walks the frames of every thread, only while no thread is parked.

    The entry frames of a parked stack lie on a C stack that others use meanwhile: to walk them
    crashes the interpreter.
    """

    @wraps(function)
    def guarded(*arguments):
        if len(scheduler.run.threads) > 1:
            name = function.__name__
            raise RuntimeError(f"{name}() works here only while no other thread is alive")
        return function(*arguments)

    return guarded
