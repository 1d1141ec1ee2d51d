"""Standard streams: output line by line as on a terminal, input asked from the host."""

import builtins
import io
import sys

from .. import host
from ..threads import scheduler


class _Questions(io.RawIOBase):
    """Bytes that are typed in, one line for each read."""

    def __init__(self):
        self._left = b""

    def readable(self):
        return True

    def isatty(self):
        return False

    def fileno(self):
        return 0

    def readinto(self, buffer):
        if not self._left:
            sys.stdout.flush()
            line = _ask("")
            if line is None:
                return 0
            host.echo(line + "\n")
            self._left = (line + "\n").encode("utf-8", "surrogateescape")
        count = min(len(buffer), len(self._left))
        buffer[:count] = self._left[:count]
        self._left = self._left[count:]
        return count


def _ask(prompt):
    """Wait for a line, and say so to the trace."""
    run = scheduler.run
    if run.trace is not None:
        run.trace.asks()
    try:
        line = host.ask(prompt)
        while host.interrupted():
            run.interrupt()
            if run.current is run.main:
                run.meet_doom()
            else:
                run.give_way()
            line = host.ask(prompt)
        return line
    finally:
        if run.trace is not None:
            run.trace.answered()


def _output(descriptor, name, errors):
    raw = io.FileIO(descriptor, "w", closefd=False)
    raw.name = name
    return io.TextIOWrapper(
        io.BufferedWriter(raw), encoding="utf-8", errors=errors, line_buffering=True
    )


_input = builtins.input


def install():
    """Give the program fresh `sys.stdin`, `sys.stdout`, `sys.stderr` and `input`."""
    sys.stdout = sys.__stdout__ = _output(1, "<stdout>", "strict")
    sys.stderr = sys.__stderr__ = _output(2, "<stderr>", "backslashreplace")
    stdin = io.TextIOWrapper(io.BufferedReader(_Questions()), encoding="utf-8")
    sys.stdin = sys.__stdin__ = stdin

    def input(prompt="", /):
        """Ask for one line, as `input` does at a terminal."""
        if sys.stdin is not stdin or not host.can_wait():
            return _input(prompt)
        sys.audit("builtins.input", prompt)
        text = str(prompt)
        sys.stdout.flush()
        sys.stderr.flush()
        line = _ask(text)
        if line is None:
            host.echo(text)
            raise EOFError("EOF when reading a line")
        host.echo(f"{text}{line}\n")
        return line

    input.__module__ = "builtins"
    input.__qualname__ = "input"
    builtins.input = input


def flush():
    """Write out what is held back, wherever the program left the streams."""
    for stream in (sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__):
        try:
            stream.flush()
        except Exception:
            pass
