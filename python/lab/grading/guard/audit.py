"""Refuses what leads an answer to the grader: frames, the heap, hooks, the host."""

import _tracemalloc
import asyncio.coroutines
import collections
import logging
import sys
import traceback
import tracemalloc
from types import (
    AsyncGeneratorType,
    CodeType,
    CoroutineType,
    FrameType,
    FunctionType,
    GeneratorType,
    TracebackType,
)

from . import pristine, state

__builtins__ = pristine.builtins

LIBRARY = ("/lib/python", "<frozen ", "check.py", "/lib/lab")
CLOSED = frozenset(("lab", "js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core"))
CLOSED_TOO = frozenset(("ctypes", "_ctypes"))
FRAMES = frozenset(("tb_frame", "gi_frame", "cr_frame", "ag_frame"))
PARTS = frozenset(("__code__", "__defaults__", "__kwdefaults__"))
HOLDERS = (FrameType, TracebackType, GeneratorType, CoroutineType, AsyncGeneratorType)
_getframe = sys._getframe
measuring = False  # the grader measures memory: nobody else may begin anew

_trusted = set()  # code objects of the grader and the engine
_formatting = set()  # of the library's, that format tracebacks and tasks
_naming = set()  # of the library's, that ask who calls them
_busy = False


class Refused(RuntimeError):
    """An answer asks for what no answer needs."""


def arm(modules):
    """Begin to refuse; the code of these modules is trusted."""
    for module in modules:
        _trusted.update(_codes_of(module))
    for name in ("_current_frames", "settrace", "setprofile"):
        stand_in = getattr(sys, name)  # the engine's, which anybody may call
        stand_in = getattr(stand_in, "__func__", stand_in)
        if type(stand_in) is FunctionType:
            _trusted.discard(stand_in.__code__)
    for module in (traceback, asyncio.coroutines):
        _formatting.update(_codes_of(module))
    for function in (traceback.walk_stack, traceback.extract_stack, traceback.format_stack):
        _formatting.difference_update(_nested(function.__code__))
    _naming.update(_nested(collections.namedtuple.__code__))
    _naming.update(_codes_of(logging))
    for name in ("stop", "clear_traces", "reset_peak"):
        wrapped = _careful(getattr(tracemalloc, name), name)
        setattr(tracemalloc, name, wrapped)
        setattr(_tracemalloc, name, wrapped)
    sys.monitoring = _Closed("sys.monitoring")
    sys.addaudithook.__wrapped__(_hook)  # hears of the engine, too


class _Closed:
    """Stands where nothing is for answers."""

    def __init__(self, name):
        self.__dict__["_name"] = name

    def __getattr__(self, name):
        raise _refusal(f"uses {self._name}")


def _careful(function, name):
    def careful(*arguments):
        if measuring:
            raise _refusal(f"calls tracemalloc.{name}() while its memory is measured")
        return function(*arguments)

    careful.__name__ = name
    return careful


def _codes_of(module):
    """The code objects of a module's functions and of its classes' methods."""
    for value in list(vars(module).values()):
        yield from _codes_in(value, module.__name__)


def _codes_in(value, name):
    while hasattr(value, "__wrapped__"):
        if type(value) is FunctionType:
            yield from _nested(value.__code__)
        value = value.__wrapped__
    if type(value) is FunctionType and value.__module__ == name:
        yield from _nested(value.__code__)
    elif type(value) is FunctionType:
        yield value.__code__ if value.__code__.co_filename.startswith("/lib/lab") else None
    elif isinstance(value, type) and value.__module__ == name:
        for member in list(vars(value).values()):
            for part in ("__func__", "fget", "fset"):
                member = getattr(member, part, None) or member
            if not isinstance(member, type):
                yield from _codes_in(member, getattr(member, "__module__", name))


def _nested(code):
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _nested(constant)


def _refusal(what):
    """Note what the answer has done; return the exception to raise."""
    check = state.current.check
    sentence = f"The answer {what}, which no answer needs."
    check.violation = check.violation or sentence
    return Refused(sentence)


def _hook(event, arguments):
    global _busy
    rule = _rules.get(event)
    if rule is None or _busy or (rule is _attribute and arguments[1] not in FRAMES):
        return
    _busy = True  # what follows is audited, too
    try:
        frame = _getframe(1)
        what = None if frame.f_code in _trusted else rule(frame, *arguments)
    finally:
        _busy = False
    if what is not None:
        raise _refusal(what)


def _any_frame(frame, *arguments):
    if frame.f_code in _naming and frame.f_back.f_code.co_filename == frame.f_code.co_filename:
        return None
    if frame.f_code is collections.namedtuple.__code__:
        return None
    return "looks at the stack"


def _attribute(frame, owner, name):
    code = frame.f_code
    if code is traceback.clear_frames.__code__:
        return None
    if code in _formatting and (frame.f_back is None or frame.f_back.f_code in _formatting):
        return None
    if code in _formatting and code.co_filename != traceback.__file__:
        return None
    return f"looks at the stack, by {name}"


def _assignment(frame, owner, name, value=None):
    if frame.f_code is collections.namedtuple.__code__:
        return None  # of its own __new__: each NamedTuple has defaults
    if name in PARTS and type(owner) is FunctionType and owner.__globals__ is not _own(frame):
        return f"changes a function of {owner.__module__}"
    if name in ("__bases__", "__name__") and isinstance(owner, type):
        if owner.__module__ not in ("answer", "reference"):
            return f"changes the class {owner.__qualname__}"
    return None


def _own(frame):
    return frame.f_globals if frame.f_globals.get("__name__") == "answer" else None


def _heap(frame, *arguments):
    return "looks through all objects"


def _referents(frame, objects):
    return "looks at the stack" if any(isinstance(item, HOLDERS) for item in objects) else None


def _hooks(frame, *arguments):
    return "hooks into the interpreter"


def _import(frame, name, *arguments):
    first = name.partition(".")[0]
    if first in CLOSED or (first in CLOSED_TOO and _is_answers(frame)):
        return f"imports {first}"
    return None


def _compile(frame, source, file):
    return _spoofed(frame, file)


def _code(frame, code, file, *arguments):
    return _spoofed(frame, file)


def _spoofed(frame, file):
    if not _is_answers(frame) or not isinstance(file, (str, bytes)):
        return None
    file = file if type(file) is str else str(file, "utf-8", "replace")
    return "pretends that its code is the library's" if file.startswith(LIBRARY) else None


def _memory(frame, *arguments):
    return "reads memory by address" if _is_answers(frame) else None


def _marshal(frame, *arguments):
    return "makes code out of bytes" if _is_answers(frame) else None


def _is_answers(frame):
    return not frame.f_code.co_filename.startswith(LIBRARY)


_rules = {
    "sys._getframe": _any_frame,
    "sys._current_frames": _any_frame,
    "sys._current_exceptions": _any_frame,
    "object.__getattr__": _attribute,
    "object.__setattr__": _assignment,
    "object.__delattr__": _assignment,
    "gc.get_objects": _heap,
    "gc.get_referrers": _heap,
    "gc.get_referents": _referents,
    "sys.settrace": _hooks,
    "sys.setprofile": _hooks,
    "sys.addaudithook": _hooks,
    "sys.monitoring.register_callback": _hooks,
    "import": _import,
    "compile": _compile,
    "code.__new__": _code,
    "marshal.loads": _marshal,
    "ctypes.dlopen": _memory,
    "ctypes.dlsym": _memory,
    "ctypes.cdata": _memory,
    "ctypes.addressof": _memory,
    "ctypes.string_at": _memory,
}
