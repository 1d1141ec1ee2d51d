"""Puts the parts together: the standard library's own threads, on green threads."""

import sys
import time

from .disguise import hooks
from .disguise.built_in import put
from .switching import collecting, preemption
from .system import databases, files, fresh, processor_time, refusals
from .threads import _thread, hashes, interrupt, signals
from .threads.begin import begin_run, sleep
from .threads.clock import RealClock

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
    begin_run(RealClock())
    for name in list(sys.modules):
        if name.partition(".")[0] in STANDING_ON_THREADS:
            del sys.modules[name]
    sys.meta_path.insert(0, _WithoutC)
    sys.modules["_thread"] = _thread
    sys.modules["_frozen_importlib"]._thread = _thread
    fresh.install()
    collecting.install()
    put(time, sleep)
    processor_time.install()
    interrupt.install()
    preemption.install()
    signals.install()
    files.install()
    refusals.install()
    databases.install()
    hooks.install()
    from .system import dumps, event_loop, frames

    event_loop.install()
    hashes.install()
    frames.install()
    dumps.install()
    from .processes import library

    library.install()
