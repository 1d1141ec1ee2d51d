"""The time that threads have had the interpreter: waiting is not work."""

import os
import time

from ..disguise.built_in import put
from ..threads import scheduler


def _of_thread():
    run = scheduler.run
    return run.current.worked + run.clock.now() - run.resumed


def _of_process():
    run = scheduler.run
    return run.worked + run.clock.now() - run.resumed


def thread_time():
    """Thread time for profiling: sum of the kernel and user-space CPU time."""
    return _of_thread()


def thread_time_ns():
    """Thread time for profiling as nanoseconds."""
    return round(_of_thread() * 1e9)


def process_time():
    """Process time for profiling: sum of the kernel and user-space CPU time."""
    return _of_process()


def process_time_ns():
    """Process time for profiling as nanoseconds."""
    return round(_of_process() * 1e9)


def times():
    """Return a collection containing process timing information."""
    return os.times_result((_of_process(), 0.0, 0.0, 0.0, scheduler.run.clock.now()))


def install():
    """Let `time` and `os` ask the scheduler."""
    put(time, thread_time, thread_time_ns, process_time, process_time_ns)
    times.__module__ = os.times.__module__
    put(os, times)
