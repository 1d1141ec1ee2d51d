"""The `_thread` module: what `threading`, `queue` and `concurrent.futures` stand on.

Names, signatures, messages and rules are those of CPython 3.14's Modules/_threadmodule.c.
"""

import sys
from functools import partial

from ..disguise import hooks
from ..disguise.built_in import built_in, name_in_messages
from . import scheduler, signals
from .locks import TIMEOUT_MAX, TOO_LARGE, RLock, as_seconds, lock, refuse_pickling
from .thread_local import _local

__all__ = ["TIMEOUT_MAX", "RLock", "_local", "lock"]

MOST_THREADS = 4096  # alive at a time; each has a stack of its own

error = RuntimeError
LockType = allocate_lock = allocate = lock
_stack_size = 0


class _ThreadHandle:
    """What is left to hold of a thread: it can be joined."""

    __module__ = "_thread"
    __reduce__ = refuse_pickling
    __slots__ = ("__weakref__", "_done", "_joiners", "ident", "thread")

    def __init__(self):
        self.ident = 0
        self.thread = None
        self._done = False
        self._joiners = []

    def is_done(self):
        """Whether the thread has ended."""
        return self._done

    def join(self, timeout=None):
        """Wait for the thread's end, at most `timeout` seconds."""
        if timeout is not None:
            timeout = as_seconds(timeout)
            if timeout > TIMEOUT_MAX:
                raise OverflowError(TOO_LARGE)
        if self._done:
            return
        if not self.ident:
            raise RuntimeError("thread not started")
        run = scheduler.run
        me = run.current
        if self.ident == me.ident:
            raise RuntimeError("Cannot join current thread")
        deadline = None if timeout is None or timeout < 0 else run.clock.now() + timeout
        self._joiners.append(me)
        try:
            while not self._done and run.block(self, deadline):
                pass
        finally:
            self._joiners.remove(me)

    def _set_done(self):
        if not self.ident:
            raise RuntimeError("thread not started")
        for joiner in self._joiners:
            scheduler.run.wake(joiner)
        self._done = True

    def __repr__(self):
        return f"<_ThreadHandle object: ident={self.ident}>"


def _make_thread_handle(ident):
    handle = _ThreadHandle()
    handle.ident = ident
    return handle


def _start(function, arguments, daemon, ended=lambda: None):
    run = scheduler.run
    if run.closing:
        raise PythonFinalizationError("can't create new thread at interpreter shutdown")
    if len(run.threads) >= MOST_THREADS:
        raise RuntimeError("can't start new thread")
    body = partial(_first, run, function, arguments, ended)
    thread = run.start(body, daemon)
    thread.is_programs = _is_started_by_program(run)
    if run.register is not None:
        run.register.start(thread, function)
    return thread


def _first(run, function, arguments, ended):
    """What a new thread does."""
    try:
        function(*arguments[0], **arguments[1])
    except SystemExit, scheduler.Killed:
        pass
    except BaseException as exception:
        if run.trace is not None:
            run.trace.raised(exception)
        hooks.unraisable(exception, f"Exception ignored in thread started by {function!r}")
    finally:
        run.current.name = getattr(getattr(function, "__self__", None), "_name", None)
        ended()


FIRST = _first.__code__  # beneath all that is not the engine's in a thread


def _is_started_by_program(run):
    """Whether the program starts the thread, and not the library for a purpose of its own."""
    frame = sys._getframe(1)
    while frame.f_globals.get("__name__") in (__name__, "threading"):
        frame = frame.f_back
    return run.is_own(frame.f_code.co_filename)


def start_joinable_thread(function, handle=None, daemon=True):
    """Start a thread that can be joined; return its handle."""
    if not callable(function):
        raise TypeError("thread function must be callable")
    if handle is None:
        handle = _ThreadHandle()
    elif not isinstance(handle, _ThreadHandle):
        raise TypeError("'handle' must be a _ThreadHandle")
    if handle.ident:
        raise RuntimeError("thread already started")
    if hooks.audited:
        sys.audit("_thread.start_joinable_thread", function, int(daemon), handle)
    handle.thread = _start(function, ((), {}), daemon, handle._set_done)
    handle.ident = handle.thread.ident
    return handle


def start_new_thread(function, args, kwargs=None, /):
    """Start a thread that nobody can join; return its ident."""
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if kwargs is not None and not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    if hooks.audited:
        sys.audit("_thread.start_new_thread", function, args, kwargs)
    return _start(function, (args, kwargs or {}), True).ident


def get_ident():
    """The ident of the current thread: a positive integer."""
    return scheduler.run.current.ident


def _get_main_thread_ident():
    return scheduler.run.main.ident


def _is_main_interpreter():
    return True


def daemon_threads_allowed():
    """Whether this interpreter may have daemon threads."""
    return True


def _count():
    return len(scheduler.run.threads) - 1


def exit():
    """End the current thread without a word."""
    raise SystemExit


def interrupt_main(signum=2, /):
    """Have the main thread call its handler of that signal: KeyboardInterrupt for 2."""
    if not 0 < signum < 65:
        raise ValueError("signal number out of range")
    signals.interrupt(signum)


def stack_size(size=0, /):
    """The size asked for new threads' stacks; the host decides by itself."""
    global _stack_size
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    old, _stack_size = _stack_size, size
    return old


def _shutdown():
    """Wait for every thread that is not a daemon."""
    run = scheduler.run
    while others := [t for t in run.threads if not t.daemon and t is not run.current]:
        others[0].joiners.append(run.current)
        try:
            run.block(others[0])
        finally:
            others[0].joiners.remove(run.current)


def get_native_id():
    """What the operating system would know the current thread by: its ident."""
    return scheduler.run.current.ident


def _as_built_in(*functions):
    for function in functions:
        globals()[function.__name__] = built_in(function, "_thread")


_as_built_in(_count, _get_main_thread_ident, _is_main_interpreter, _make_thread_handle, _shutdown)
_as_built_in(daemon_threads_allowed, exit, get_ident, get_native_id, interrupt_main, stack_size)
_as_built_in(start_joinable_thread, start_new_thread)
start_new, exit_thread = start_new_thread, exit
name_in_messages(_ThreadHandle, "_thread._ThreadHandle")
