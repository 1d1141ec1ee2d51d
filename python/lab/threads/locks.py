"""Lock and RLock, as Modules/_threadmodule.c of CPython 3.14 has them.

Locks barge: a release makes every waiter a candidate, and whoever runs first takes it.
"""

from ..disguise.built_in import name_in_messages
from . import scheduler
from .scheduler import RESERVE

TIMEOUT_MAX = 9223372036.0  # seconds; PyThread_acquire_lock_timed's limit on a 64-bit build
TOO_LARGE = "timestamp out of range for C PyTime_t"


def as_seconds(value):
    """A number of seconds from whatever the caller gave; raises TypeError as CPython does."""
    if isinstance(value, (int, float)):
        return value
    for method in ("__float__", "__index__"):
        if hasattr(value, method):
            return getattr(value, method)()
    kind = type(value).__name__
    raise TypeError(f"'{kind}' object cannot be interpreted as an integer or float")


def check_timeout(blocking, timeout):
    """The time-out of an acquire in seconds, -1 for ever, 0 for not at all."""
    timeout = as_seconds(timeout)
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > TIMEOUT_MAX:
        raise OverflowError(TOO_LARGE)
    return timeout


def refuse_pickling(self):
    """Raise what CPython raises where an object would be copied or sent to another process."""
    kind = type(self)
    raise TypeError(f"cannot pickle '{kind.__module__}.{kind.__qualname__}' object")


class _Contended:
    """What several threads may wait for and one can have."""

    __slots__ = ("__weakref__", "_waiters")
    __reduce__ = refuse_pickling

    def _wait(self, timeout, is_free):
        """Park the current thread until `is_free()`; False when the time-out came first."""
        run = scheduler.run
        me = run.current
        deadline = None if timeout < 0 else run.clock.now() + timeout
        self._waiters.append(me)
        try:
            while True:
                woken = run.block(self, deadline)
                if is_free():
                    return True
                if not woken:
                    return False
        finally:
            self._waiters.remove(me)

    def _offer(self):
        """It is free: every waiter could take it."""
        for thread in self._waiters:
            scheduler.run.insist(scheduler.run.wake, thread)

    def _withdraw(self):
        """It is taken: those that were offered it wait on."""
        for thread in self._waiters:
            scheduler.run.insist(scheduler.run.unwake, thread)


class lock(_Contended):
    """A lock object is a synchronization primitive."""

    __slots__ = ("_held", "holder")
    __module__ = "_thread"

    def __new__(cls):
        """Make a lock that nobody holds."""
        self = super().__new__(cls)
        self._at_fork_reinit()
        return self

    def __init_subclass__(cls):
        raise TypeError("type '_thread.lock' is not an acceptable base type")

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock; wait for it, unless told otherwise. True if it was acquired."""
        if timeout != -1 or not blocking:
            timeout = check_timeout(blocking, timeout)
        if self._held and timeout == 0:
            return False
        if self._held or self._waiters:
            return self._acquire_beside_others(timeout)
        self._held = True
        self.holder = scheduler.run.current
        return True

    def _acquire_beside_others(self, timeout):
        me = scheduler.run.current
        room = me.room
        room.value += RESERVE
        try:
            if self._held and not self._wait(timeout, lambda: not self._held):
                return False
            self._held, self.holder = True, me
            self._withdraw()
            return True
        finally:
            room.value -= RESERVE

    def release(self):
        """Release the lock, whoever acquired it."""
        if not self._held:
            raise RuntimeError("release unlocked lock")
        if self._waiters:
            room = scheduler.run.current.room
            room.value += RESERVE
            try:
                self._offer()
            finally:
                room.value -= RESERVE
        self._held = False
        self.holder = None

    def locked(self):
        """Whether the lock is held."""
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def _at_fork_reinit(self):
        self._held, self.holder, self._waiters = False, None, []

    def __repr__(self):
        state = "locked" if self._held else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    acquire_lock, release_lock, locked_lock = acquire, release, locked


class RLock(_Contended):
    """A lock that its owner can acquire again."""

    __slots__ = ("__dict__", "_count", "holder")
    __module__ = "_thread"

    def __new__(cls, *args, **kwargs):
        """Make a lock that nobody holds; arguments are ignored, as in CPython 3.14."""
        self = super().__new__(cls)
        self._at_fork_reinit()
        return self

    def acquire(self, blocking=True, timeout=-1):
        """Lock the lock, or count one more if this thread has it. True if it was acquired."""
        if timeout != -1 or not blocking:
            timeout = check_timeout(blocking, timeout)
        me = scheduler.run.current
        if self.holder is me:
            self._count += 1
            return True
        if self.holder and timeout == 0:
            return False
        if self.holder or self._waiters:
            return self._acquire_beside_others(timeout)
        self.holder, self._count = me, 1
        return True

    def _acquire_beside_others(self, timeout):
        me = scheduler.run.current
        room = me.room
        room.value += RESERVE
        try:
            if self.holder and not self._wait(timeout, lambda: not self.holder):
                return False
            self.holder, self._count = me, 1
            self._withdraw()
            return True
        finally:
            room.value -= RESERVE

    def release(self):
        """Count one less; at zero the lock is free. Only the owner may."""
        if self.holder is not scheduler.run.current:
            raise RuntimeError("cannot release un-acquired lock")
        if self._count == 1 and self._waiters:
            room = scheduler.run.current.room
            room.value += RESERVE
            try:
                self._offer()
            finally:
                room.value -= RESERVE
        self._count -= 1
        if self._count == 0:
            self.holder = None

    def locked(self):
        """Whether any thread holds the lock."""
        return self.holder is not None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc_info):
        self.release()

    def _is_owned(self):
        return self.holder is scheduler.run.current

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError("cannot release un-acquired lock")
        saved = (self._count, self.holder)
        if self._waiters:
            room = scheduler.run.current.room
            room.value += RESERVE
            try:
                self._offer()
            finally:
                room.value -= RESERVE
        self._count, self.holder = 0, None
        return saved

    def _acquire_restore(self, state):
        room = scheduler.run.current.room
        room.value += RESERVE
        try:
            if self.holder is not None:
                self._wait(-1, lambda: self.holder is None)
            self._count, self.holder = state
            self._withdraw()
        finally:
            room.value -= RESERVE

    def _at_fork_reinit(self):
        self._count, self.holder, self._waiters = 0, None, []

    def __repr__(self):
        state = "locked" if self.holder else "unlocked"
        owner = self.holder.ident if self.holder else 0
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        return f"<{state} {name} object owner={owner} count={self._count} at {id(self):#x}>"


name_in_messages(lock, "_thread.lock")
name_in_messages(RLock, "_thread.RLock")
