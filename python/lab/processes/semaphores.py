"""The `_multiprocessing` module: semaphores that processes share.

Names, messages and rules are those of CPython 3.14's Modules/_multiprocessing/semaphore.c. A
semaphore lives until the run ends, so one that is sent on its way and forgotten is still found.
"""

import errno
import os

from ..threads import scheduler
from . import kernel

_RECURSIVE_MUTEX, _SEMAPHORE = range(2)
flags = {}


class SemLock:
    """Semaphore/Mutex type"""

    __module__ = "_multiprocessing"
    SEM_VALUE_MAX = 2**31 - 1

    def __init__(self, kind, value, maxvalue, name, unlink):
        if kind not in (_RECURSIVE_MUTEX, _SEMAPHORE):
            raise ValueError("unrecognized kind")
        if not 0 <= value <= self.SEM_VALUE_MAX:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        self._keep(kernel.ask("semaphore", value, maxvalue), kind, maxvalue, name)

    def _keep(self, handle, kind, maxvalue, name):
        self.handle = handle
        self.kind = kind
        self.maxvalue = maxvalue
        self.name = name
        self._held = 0  # acquired by this process and not released
        self._owner = None  # the thread that acquired it last

    @classmethod
    def _rebuild(cls, handle, kind, maxvalue, name):
        self = cls.__new__(cls)
        self._keep(handle, kind, maxvalue, name)
        return self

    def acquire(self, block=True, timeout=None):
        """Acquire the semaphore/lock; wait for it, unless told otherwise. True if acquired."""
        if self.kind == _RECURSIVE_MUTEX and self._is_mine():
            self._held += 1
            return True
        patient = block and (timeout is None or timeout > 0)
        until = kernel.deadline(timeout) if patient else None
        how = {"patient": patient, "deadline": until, "undo": "release"}
        if not kernel.ask("acquire", self.handle, **how):
            return False
        self._held += 1
        self._owner = scheduler.run.current
        return True

    def release(self):
        """Release the semaphore/lock."""
        if self.kind == _RECURSIVE_MUTEX:
            if not self._is_mine():
                raise AssertionError("attempt to release recursive lock not owned by thread")
            if self._held > 1:
                self._held -= 1
                return
        if self._held > 0:  # so it has not its highest value
            kernel.post("release", self.handle)
        elif not kernel.ask("release", self.handle):
            raise ValueError("semaphore or lock released too many times")
        self._held -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def _count(self):
        return self._held

    def _is_mine(self):
        return self._held > 0 and self._owner is scheduler.run.current

    def _get_value(self):
        return kernel.ask("value", self.handle)

    def _is_zero(self):
        return self._get_value() == 0

    def _after_fork(self):
        self._held = 0


def sem_unlink(name, /):
    """Nothing: the run's end does it."""
