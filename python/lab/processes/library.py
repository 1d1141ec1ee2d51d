"""Lets the standard library's `multiprocessing` stand on the kernel, and says what it cannot do."""

import errno
import os
import sys
from types import ModuleType, SimpleNamespace

from .. import host
from ..disguise.built_in import put
from ..threads import scheduler, signals
from . import kernel, semaphores

MOST_CORES = 8  # that are told, and as many children a page may have


def _refuse(*args, **kwargs):
    raise NotImplementedError(
        "processes have no memory in common here; send objects through a Queue or a Pipe"
    )


def _module(name, **content):
    """Put a module of our own in the place of one that cannot work here."""
    module = sys.modules[name] = ModuleType(name)
    vars(module).update(content)
    package, _, last = name.rpartition(".")
    if package:
        setattr(sys.modules[package], last, module)


class _Numbers:
    """The few numbers that the processes of a Barrier have in common, kept by the kernel."""

    def __init__(self, size):
        self._handles = [kernel.ask("semaphore", 0, 0) for _ in range(size // 4)]

    def create_memoryview(self):
        """Return what stands for the memory."""
        return self

    def cast(self, format):
        """Return it as numbers, which it is."""
        return self

    def __getitem__(self, index):
        return kernel.ask("value", self._handles[index])

    def __setitem__(self, index, value):
        kernel.post("set", self._handles[index], value)


def _cores():
    return min(host.cores(), MOST_CORES)


def kill(pid, signum, /):
    """Kill a process with a signal."""  # there is none that a child could handle
    if pid in (0, kernel.pid):
        return signals.kill_self(signum)
    if not kernel.ask("kill", pid, signum):
        raise ProcessLookupError(errno.ESRCH, os.strerror(errno.ESRCH))
    return None


def install():
    """Import `multiprocessing` on top of the kernel."""
    scheduler.Scheduler.reach_out = kernel.Kernel
    put(os, kernel.getpid, kernel.getppid, kill)
    os.cpu_count = os.process_cpu_count = _cores
    sys.modules["_multiprocessing"] = semaphores
    _module("_posixshmem", shm_open=_refuse, shm_unlink=_refuse)

    from multiprocessing import context

    _module("multiprocessing.heap", BufferWrapper=_Numbers, Arena=_refuse)
    shared = ("RawArray", "RawValue", "Array", "Value", "copy", "synchronized")
    _module("multiprocessing.sharedctypes", **dict.fromkeys(shared, _refuse))
    nothing = {name: lambda *args: None for name in ("ensure_running", "register", "unregister")}
    tracker = SimpleNamespace(_stop=lambda: None, **nothing)
    _module("multiprocessing.resource_tracker", _resource_tracker=tracker, **nothing)
    spawning = context._concrete_contexts["spawn"]
    context._concrete_contexts.clear()
    context._concrete_contexts["spawn"] = spawning
    context._default_context._default_context = spawning

    from . import connections, popen

    connections.install()
    _module("multiprocessing.popen_spawn_posix", Popen=popen.Popen)

    import concurrent.futures.process
    import concurrent.futures.thread
    from multiprocessing import managers

    from . import interpreters

    sys.modules["concurrent.interpreters"] = interpreters
    concurrent.interpreters = concurrent.futures._interpreters = interpreters
    managers.BaseManager.start = managers.BaseManager.connect = _refuse
    # How many threads a pool has must not depend on the machine: the same seed, the same run.
    concurrent.futures.thread.os = SimpleNamespace(process_cpu_count=lambda: 1)
