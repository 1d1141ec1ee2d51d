"""Waiting for files: `select`, the selectors and `os.read` let other threads go on meanwhile.

Emscripten's own return at once, whatever the time-out; and a pipe whose other end is closed has
nothing to say there, where it should say that this is the end.
"""

import os
import select as own
import selectors
from itertools import chain

from ..disguise.built_in import built_in, put
from ..threads import scheduler

_select, _poll, _pipe, _read = own.select, own.poll, os.pipe, os.read
_inputs = {}  # read end of a pipe → (its inode, write end, that one's inode)


def pipe():
    """Create a pipe; return its read end and its write end."""
    reader, writer = _pipe()
    _inputs[reader] = os.fstat(reader).st_ino, writer, os.fstat(writer).st_ino
    return reader, writer


def _is(descriptor, inode):
    try:
        return os.fstat(descriptor).st_ino == inode
    except OSError:
        return False


def _has_ended(reader):
    """Whether this is the read end of a pipe whose write end is closed."""
    if reader not in _inputs:
        return False
    inode, writer, other = _inputs[reader]
    if not _is(reader, inode):
        del _inputs[reader]
        return False
    return not _is(writer, other)


def _wait(find, timeout):
    """Park the current thread until `find()` finds something, at most so many seconds."""
    run = scheduler.run
    deadline = None if timeout is None else run.clock.now() + timeout
    found = find()
    watcher = run.current, find
    while not found:
        run.watchers.append(watcher)
        try:
            woken = run.block("files", deadline)
        finally:
            run.watchers.remove(watcher)
        found = find()
        if not woken:
            break
    return found


def _number(file):
    return file if isinstance(file, int) else file.fileno()


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until one or more file descriptors are ready for some kind of I/O."""
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    files = [list(rlist), list(wlist), list(xlist)]
    for file in chain(*files):
        os.fstat(_number(file))  # or: bad file descriptor

    def find():
        readable, writable, exceptional = _select(*files, 0)
        readable += [
            file for file in files[0] if file not in readable and _has_ended(_number(file))
        ]
        found = readable, writable, exceptional
        return found if any(found) else None

    return _wait(find, timeout) or ([], [], [])


class _Poll:
    """Waits for files that are registered."""

    def __init__(self):
        self._poll = _poll()
        self._files = {}
        self.register, self.modify, self.unregister = self._register, self._modify, self._leave

    def _register(self, fd, eventmask=own.POLLIN | own.POLLPRI | own.POLLOUT, /):
        self._poll.register(fd, eventmask)
        self._files[_number(fd)] = eventmask

    def _modify(self, fd, eventmask, /):
        self._poll.modify(fd, eventmask)
        self._files[_number(fd)] = eventmask

    def _leave(self, fd, /):
        self._poll.unregister(fd)
        del self._files[_number(fd)]

    def poll(self, timeout=None, /):
        """Wait until an event has come, at most so many milliseconds; return (fd, event) pairs."""
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        return _wait(self._find, seconds) or []

    def _find(self):
        found = self._poll.poll(0)
        met = {fd for fd, _ in found}
        ended = [fd for fd in self._files if fd not in met and _has_ended(fd)]
        return found + [(fd, own.POLLHUP) for fd in ended]


def poll():
    """Returns a polling object."""
    return _Poll()


def read(fd, length, /):
    """Read from a file descriptor; wait where a pipe is empty."""
    while True:
        try:
            return _read(fd, length)
        except BlockingIOError:
            if not os.get_blocking(fd):
                raise
        if _has_ended(fd):
            return b""
        _wait(lambda: _select([fd], [], [], 0)[0] or _has_ended(fd), None)


def _look(run):
    """Wake the threads whose files are ready."""
    for thread, find in run.watchers:
        if find():
            run.wake(thread)


def install():
    """Put these in the place of what does not wait."""
    _Poll.__module__, _Poll.__name__, _Poll.__qualname__ = "select", "poll", "poll"
    put(own, select, poll)
    put(os, pipe, read)
    scheduler.Scheduler.look_at_files = _look
    selectors.SelectSelector._select = built_in(select, "select")
    selectors.PollSelector._selector_cls = own.poll
