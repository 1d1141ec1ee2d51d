"""Tell how a program ended: its own lines only, as CPython would print them."""

import sys
import sysconfig
import traceback

from ..disguise.own_code import ENGINE

_LIBRARY = (
    sysconfig.get_path("stdlib") + "/",
    f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip/",
    *ENGINE,
    "<frozen ",
)


def _is_own(filename):
    return not filename.startswith(_LIBRARY)


def _cut(report, seen):
    """Take the frames of the library out of a report and of all it is chained to."""
    if report is None or id(report) in seen:
        return
    seen.add(id(report))
    report.stack[:] = [frame for frame in report.stack if _is_own(frame.filename)]
    _cut(report.__cause__, seen)
    _cut(report.__context__, seen)
    for inner in report.exceptions or ():
        _cut(inner, seen)


def _line_at_fault(error, file):
    """The line of the program that was running last, or None."""
    if isinstance(error, SyntaxError) and error.filename == file:
        return error.lineno
    line = None
    step = error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == file:
            line = step.tb_lineno
        step = step.tb_next
    if line is None and isinstance(error, BaseExceptionGroup):
        lines = (_line_at_fault(inner, file) for inner in error.exceptions)
        return next((line for line in lines if line is not None), None)
    return line


def describe(error, file):
    """Return `{type, message, traceback, line}` of an exception that nobody caught."""
    line = _line_at_fault(error, file)
    try:
        if isinstance(error, MemoryError):
            error.add_note("(A program may use 1 GiB of memory here.)")
        report = traceback.TracebackException.from_exception(error, compact=True)
        _cut(report, set())
        text = "".join(report.format(colorize=False))
        message = str(report)
    except BaseException as problem:
        text = f"{type(error).__name__} (its traceback cannot be shown: {type(problem).__name__})\n"
        message = ""
    return {
        "type": type(error).__name__,
        "message": message,
        "traceback": text,
        "line": line,
    }
