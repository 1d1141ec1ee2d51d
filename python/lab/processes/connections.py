"""`multiprocessing.connection` on the kernel's pipes, which carry whole messages."""

import errno
import io
import os
from multiprocessing import connection, context, reduction

from . import kernel


class Connection(connection._ConnectionBase):
    """One end of a pipe between processes."""

    __module__ = "multiprocessing.connection"

    def _close(self):
        kernel.post("close", self._handle)

    def _send_bytes(self, buf):
        began = kernel.moment()
        receiver = kernel.ask("send", self._handle, data=buf)
        if receiver is False:
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
        kernel.tell("send", receiver, len(buf), self._handle, began)

    def _recv_bytes(self, maxsize=None):
        sender, data = kernel.call("receive", self._handle, undo="return")
        if sender is False:
            raise EOFError
        kernel.tell("receive", sender, len(data), self._handle ^ 1)
        if maxsize is not None and len(data) > maxsize:
            return None
        buffer = io.BytesIO()
        buffer.write(data)
        return buffer

    def _poll(self, timeout):
        return bool(wait([self], timeout))


def Pipe(duplex=True):
    """Return the two connections at the ends of a pipe."""
    one, other = kernel.ask("pipe")
    if duplex:
        return Connection(one), Connection(other)
    return Connection(one, writable=False), Connection(other, readable=False)


def wait(object_list, timeout=None):
    """Wait till an object in object_list is ready/readable.

    Returns list of those objects in object_list which are ready/readable.
    """
    objects = list(object_list)
    handles = [each.fileno() if hasattr(each, "fileno") else each.__index__() for each in objects]
    patient = timeout is None or timeout > 0
    until = kernel.deadline(timeout) if patient else None
    ready = kernel.ask("wait", handles, patient=patient, deadline=until) or ()
    return [each for each, handle in zip(objects, handles) if handle in ready]


def _reduce(conn):
    handle = conn.fileno()
    popen = context.get_spawning_popen()
    if popen is not None:
        popen.duplicate_for_child(handle)
    else:
        kernel.post("share", handle)
    return _rebuild, (handle, conn.readable, conn.writable, popen is None)


def _rebuild(handle, readable, writable, shared):
    if shared:
        kernel.post("hold", handle)
    return Connection(handle, readable, writable)


def _refuse(*args, **kwargs):
    raise OSError(errno.ENOSYS, "a page has no sockets; connect processes by a Pipe or a Queue")


def install():
    """Let the module give these."""
    connection.Connection = Connection
    connection.Pipe = Pipe
    connection.wait = wait
    connection.Listener.__init__ = _refuse
    connection.Client = _refuse
    reduction.register(Connection, _reduce)
