"""What `faulthandler` dumps: the stacks of all threads, now or at a moment of the run's clock."""

import faulthandler
import os
import sys
from contextlib import suppress

from ..disguise.built_in import put
from ..threads import alarms, scheduler
from .frames import of_each_thread, walk_stack

_MOST_FRAMES = 100  # that are shown of a thread
_LONGEST_NAME = 15  # of a thread, as the operating system knows it


def _lines(frame):
    """The lines with which faulthandler shows a stack."""
    lines = []
    for each, line in walk_stack(frame):
        if len(lines) == _MOST_FRAMES:
            lines.append("  ...")
            break
        lines.append(f'  File "{each.f_code.co_filename}", line {line} in {each.f_code.co_name}')
    return lines or ["  <no Python frame>"]


def _name(ident):
    threading = sys.modules.get("threading")
    thread = threading._active.get(ident) if threading is not None else None
    if thread is None:
        return ""
    name = "python3" if ident == scheduler.run.main.ident else thread.name
    return f" [{name[:_LONGEST_NAME]}]"


def _of_all(frame, current):
    """The text of all threads; `current` is what the one that runs is called."""
    blocks = []
    for ident, lines in of_each_thread(_lines, _lines(frame)).items():
        what = current if ident == scheduler.run.current.ident else "Thread"
        head = f"{what} {ident:#010x}{_name(ident)} (most recent call first):"
        blocks.append("\n".join([head, *lines, ""]))
    return "\n".join(blocks)


def _descriptor(file):
    if file is None:
        raise RuntimeError("sys.stderr is None")
    return file if isinstance(file, int) else file.fileno()


def dump_traceback(file=None, all_threads=True):
    """Dump the traceback of the current thread, or of all threads, into file."""
    descriptor = _descriptor(sys.stderr if file is None else file)
    frame = sys._getframe(1)
    if all_threads:
        text = _of_all(frame, "Current thread")
    else:
        text = "\n".join(["Stack (most recent call first):", *_lines(frame), ""])
    os.write(descriptor, text.encode("ascii", "backslashreplace"))


_later = None  # the Alarm of dump_traceback_later


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Dump the traceback of all threads in timeout seconds, or each timeout seconds if repeat.

    If exit is True, call _exit(1) which is not safe.
    """
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")
    descriptor = _descriptor(sys.stderr if file is None else file)
    minutes, seconds = divmod(timeout, 60)
    hours, minutes = divmod(int(minutes), 60)
    fraction = f"{seconds % 1:.6f}"[1:] if seconds % 1 else ""
    head = f"Timeout ({hours}:{minutes:02}:{int(seconds):02}{fraction})!\n"

    def dump():
        global _later
        text = head + _of_all(sys._getframe(1), "Thread")
        with suppress(OSError):
            os.write(descriptor, text.encode("ascii", "backslashreplace"))
        if exit:
            os._exit(1)
        _later = set_alarm() if repeat else None

    def set_alarm():
        return alarms.Alarm(scheduler.run.clock.now() + timeout, dump)

    global _later
    cancel_dump_traceback_later()
    _later = set_alarm()


def cancel_dump_traceback_later():
    """Cancel the previous call to dump_traceback_later()."""
    global _later
    if _later is not None:
        _later.cancel()
        _later = None


def install():
    """Put these in the place of what knows one thread only."""
    put(faulthandler, dump_traceback, dump_traceback_later, cancel_dump_traceback_later)
