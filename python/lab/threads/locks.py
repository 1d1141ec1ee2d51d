"""Lock and RLock, as Modules/_threadmodule.c of CPython 3.14 has them.

Locks barge: a release wakes the first waiter, and whoever runs first takes the lock; but who has
waited for a millisecond is handed it (Python/lock.c, TIME_TO_BE_FAIR_NS). Where schedules are
searched, every waiter is a candidate. Where nobody waits, each operation is a test and one store:
what is cut short there is not half done.
"""

from ..disguise.built_in import name_in_messages
from . import scheduler
from .scheduler import RESERVE

TIMEOUT_MAX = 9223372036.0  # seconds; PyThread_acquire_lock_timed's limit on a 64-bit build
TOO_LARGE = "timestamp out of range for C PyTime_t"
TIME_TO_BE_FAIR = 1e-3  # seconds
OFFERED = object()  # in the place of its owner: nobody has the lock, but some have waited for it


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
    """What several threads may wait for and one can have: the one that is `_owner`."""

    __slots__ = ("__weakref__", "_count", "_handed", "_offered", "_owner", "_waiters")
    __reduce__ = refuse_pickling

    @property
    def holder(self):
        """The thread that has it, or None."""
        return None if self._owner is OFFERED else self._owner

    def _is_free(self):
        return self._owner is None or self._owner is OFFERED

    def _take(self, timeout, count=1):
        """Have it, beside others that have it or wait; False where the time-out came first."""
        me = scheduler.run.current
        me.room.value += RESERVE
        try:
            if not self._is_free() and not self._wait(me, timeout):
                return False
            self._count, self._owner, self._handed = count, me, None
            self._tell(scheduler.run.unwake)  # who was offered it waits on
            return True
        finally:
            me.room.value -= RESERVE

    def _wait(self, me, timeout):
        """Park the current thread until nobody has it; False when the time-out came first."""
        run = scheduler.run
        deadline = None if timeout < 0 else run.clock.now() + timeout
        me.asked = run.clock.now()
        self._waiters.append(me)
        got = False
        try:
            while not got:
                woken = run.block(self, deadline)
                got = self._handed is me or self._is_free()
                if not woken:
                    break
            return got
        finally:
            self._waiters.remove(me)
            if not got and (self._handed is me or self._owner is OFFERED):
                self._let_go()  # to somebody else

    def _let_go(self):
        """Have it no more: somebody who waits could take it."""
        self._handed = None
        if not self._waiters:
            self._owner = None
            return
        run = scheduler.run
        run.current.room.value += RESERVE
        try:
            fair = run.policy.is_fair
            self._offered = self._waiters[:1] if fair else self._waiters[:]
            self._tell(run.wake)
            first = self._offered[0]
            if fair and run.clock.now() - first.asked > TIME_TO_BE_FAIR:
                self._owner = self._handed = first
            else:
                self._owner = OFFERED
        finally:
            run.current.room.value -= RESERVE

    def _tell(self, do):
        run = scheduler.run
        paused = run.clock.pause()
        try:
            for thread in self._offered:
                run.insist(do, thread)
        finally:
            run.clock.go_on(paused, run.when_due())


class lock(_Contended):
    """A lock object is a synchronization primitive."""

    __slots__ = ()
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
        if timeout == -1 and self._owner is None:
            self._owner = scheduler.run.current
            return True
        if timeout != -1 or not blocking:
            timeout = check_timeout(blocking, timeout)
            if timeout == 0 and not self._is_free():
                return False
        return self._take(timeout)

    def __enter__(self):
        if self._owner is None:
            self._owner = scheduler.run.current
            return True
        return self._take(-1)

    def release(self):
        """Release the lock, whoever acquired it."""
        if self._owner is None or self._owner is OFFERED:
            raise RuntimeError("release unlocked lock")
        if self._waiters:
            self._let_go()
        else:
            self._owner = None

    def __exit__(self, kind=None, error=None, traceback=None, /):
        if self._owner is None or self._owner is OFFERED:
            raise RuntimeError("release unlocked lock")
        if self._waiters:
            self._let_go()
        else:
            self._owner = None

    def locked(self):
        """Whether the lock is held."""
        return not self._is_free()

    def _at_fork_reinit(self):
        self._owner, self._handed, self._waiters, self._offered = None, None, [], ()

    def __repr__(self):
        state = "locked" if self.locked() else "unlocked"
        return f"<{state} _thread.lock object at {id(self):#x}>"

    acquire_lock, release_lock, locked_lock = acquire, release, locked


class RLock(_Contended):
    """A lock that its owner can acquire again."""

    __slots__ = ("__dict__",)
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
        if self._owner is me:
            self._count += 1
            return True
        if self._owner is None:
            self._count, self._owner = 1, me
            return True
        if timeout == 0 and not self._is_free():
            return False
        return self._take(timeout)

    def __enter__(self):
        me = scheduler.run.current
        if self._owner is me:
            self._count += 1
            return True
        if self._owner is None:
            self._count, self._owner = 1, me
            return True
        return self._take(-1)

    def release(self):
        """Count one less; at zero the lock is free. Only the owner may."""
        if self._owner is not scheduler.run.current:
            raise RuntimeError("cannot release un-acquired lock")
        if self._count > 1:
            self._count -= 1
        elif self._waiters:
            self._let_go()
        else:
            self._owner = None

    def __exit__(self, kind=None, error=None, traceback=None, /):
        if self._owner is not scheduler.run.current:
            raise RuntimeError("cannot release un-acquired lock")
        if self._count > 1:
            self._count -= 1
        elif self._waiters:
            self._let_go()
        else:
            self._owner = None

    def locked(self):
        """Whether any thread holds the lock."""
        return not self._is_free()

    def _is_owned(self):
        return self._owner is scheduler.run.current

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _release_save(self):
        if self._is_free():
            raise RuntimeError("cannot release un-acquired lock")
        saved = (self._count, self._owner)
        if self._waiters:
            self._let_go()
        else:
            self._owner = None
        return saved

    def _acquire_restore(self, state):
        count, owner = state
        if self._owner is None:
            self._count, self._owner = count, owner
        else:
            self._take(-1, count)
            self._owner = owner

    def _at_fork_reinit(self):
        self._count, self._owner, self._handed = 0, None, None
        self._waiters, self._offered = [], ()

    def __repr__(self):
        holder = self.holder
        state = "locked" if holder else "unlocked"
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        count, owner = (self._count, holder.ident) if holder else (0, 0)
        return f"<{state} {name} object owner={owner} count={count} at {id(self):#x}>"


name_in_messages(lock, "_thread.lock")
name_in_messages(RLock, "_thread.RLock")
