"""Tells a deadlock: which thread holds what, waits for what, and at which line."""

import sys

from . import _thread, locks
from .names import names_of
from .scheduler import BLOCKED, DONE, Deadlock, GreenThread


def thread_name(thread):
    """The name that the program gave a thread."""
    threading = sys.modules.get("threading")
    known = threading._active.get(thread.ident) if threading is not None else None
    return known.name if known is not None else thread.name or f"thread {thread.ident}"


def lock_name(lock):
    """The variable, attribute or item that holds a lock, where one is found; else its type."""
    return names_of([lock])[0] or f"a {type(lock).__name__}"


def _wait_of(thread):
    """What a blocked thread waits for: the words, and the thread that could end it or None."""
    reason = thread.reason
    if isinstance(reason, _thread._ThreadHandle):
        reason = reason.thread
    if isinstance(reason, GreenThread):
        return f"waits for {thread_name(reason)} to end", reason
    if thread.through is not None:
        return f"waits in {thread.through}()", None
    if not isinstance(reason, (locks.lock, locks.RLock)):
        return "waits", None
    name, holder = lock_name(reason), reason.holder
    if holder is None:
        return f"waits for {name}", None
    if holder is thread:
        return f"waits for {name}, which it holds itself", thread
    ended = ", which has ended" if holder.state is DONE else ""
    return f"waits for {name}, held by {thread_name(holder)}{ended}", holder


def find_ring(run):
    """Threads that wait for each other in a ring, in order; none in a deadlock of another kind."""
    for start in run.threads:
        ring, thread = [], start
        while thread is not None and thread not in ring:
            ring.append(thread)
            thread = _wait_of(thread)[1]
        if thread is not None:
            return ring[ring.index(thread) :]
    return []


def describe(run):
    """The exception that tells the deadlock of a run, a line for each thread, the ring first."""
    ring = find_ring(run)
    lines = ["no thread can go on"]
    for thread in [*ring, *(thread for thread in run.threads if thread not in ring)]:
        where = f", line {thread.where[1]}" if thread.where else ""
        lines.append(f"  {thread_name(thread)} {_wait_of(thread)[0]}{where}")
    found = Deadlock("\n".join(lines))
    found.line = next((thread.where[1] for thread in ring if thread.where), None)
    return found


def left(run):
    """What the threads wait for that the end of a program cut off, where nothing would wake them.

    CPython says nothing of them. A list of texts, for ten threads at most.
    """
    stuck = [
        thread
        for thread in run.threads
        if thread is not run.current
        and thread.is_programs
        and thread.state is BLOCKED
        and thread.deadline is None
        and isinstance(thread.reason, (locks.lock, locks.RLock, _thread._ThreadHandle))
    ]
    texts = []
    for thread in stuck[:10]:
        where = f", line {thread.where[1]}" if thread.where else ""
        texts.append(f"{thread_name(thread)} {_wait_of(thread)[0]}{where}")
    return texts


def as_error(error):
    """Return `{type, message, traceback, line}` of a deadlock that ended a program."""
    text = f"Deadlock: {error}\n"
    return {"type": "Deadlock", "message": str(error), "traceback": text, "line": error.line}
