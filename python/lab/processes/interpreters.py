"""`concurrent.interpreters`, as far as `InterpreterPoolExecutor` needs it: each is a process.

What goes over is pickled, as CPython 3.14 does with what interpreters cannot share. Unlike
CPython's, these interpreters have a pid each.
"""

import traceback
from multiprocessing import Pipe, Process

DONE, RAISED, REFUSED = range(3)


class InterpreterError(Exception):
    """A cross-interpreter operation failed"""


class NotShareableError(TypeError):
    """An object cannot go to another interpreter."""


class ExecutionFailed(InterpreterError):
    """An unhandled exception happened during execution."""


def _send(conn, value):
    try:
        conn.send(value)
    except OSError:
        raise
    except Exception as error:
        raise NotShareableError("object could not be pickled") from error


class Queue:
    """A queue that goes along with a call."""

    def __init__(self):
        self._reader, self._writer = Pipe(duplex=False)

    def put(self, value):
        """Put a value into the queue, pickled."""
        _send(self._writer, value)

    def get(self):
        """Wait for the next value."""
        return self._reader.recv()


def _answer(conn):
    """Do one call; return what came of it."""
    try:
        function, args, kwargs = conn.recv()
    except EOFError:
        raise
    except Exception:
        return REFUSED, "object could not be unpickled"
    try:
        return DONE, function(*args, **kwargs)
    except BaseException as error:
        last = traceback.format_exception_only(error)[-1].strip()
        told = "".join(traceback.format_exception(error)).strip()
        return RAISED, f"{last}\n\nUncaught in the interpreter:\n\n{told}"


def _serve(conn):
    while True:
        try:
            answer = _answer(conn)
        except EOFError:
            return
        try:
            _send(conn, answer)
        except NotShareableError as error:
            _send(conn, (REFUSED, str(error)))


class Interpreter:
    """An interpreter of its own, in a process."""

    def __init__(self):
        self._conn, there = Pipe()
        self._process = Process(target=_serve, args=(there,), daemon=True)
        self._process.start()
        there.close()

    def call(self, function, /, *args, **kwargs):
        """Call a function there; return what it returns.

        Raises ExecutionFailed where it raised, NotShareableError for what cannot be pickled.
        """
        _send(self._conn, (function, args, kwargs))
        try:
            kind, value = self._conn.recv()
        except EOFError:
            raise InterpreterError("the interpreter has ended") from None
        if kind == DONE:
            return value
        raise (ExecutionFailed if kind == RAISED else NotShareableError)(value)

    def close(self):
        """End it."""
        self._conn.close()
        self._process.join()


def create():
    """Return a new interpreter."""
    return Interpreter()


def create_queue(maxsize=0):
    """Return a new queue."""
    return Queue()
