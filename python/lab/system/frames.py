"""The frames of all threads, as CPython tells them: the program's and the library's, not ours."""

import asyncio.graph
import inspect
import sys
import traceback
from dataclasses import replace
from functools import wraps

from ..disguise.built_in import put
from ..disguise.own_code import is_engine
from ..threads import scheduler


class ParkedFrame:
    """What a frame of a parked thread is: the frame itself must not be walked from."""

    __slots__ = ("_frame", "f_back", "f_builtins", "f_code", "f_globals", "f_lasti", "f_lineno")
    f_trace = f_generator = None

    def __init__(self, frame, outer):
        self._frame = frame
        self.f_back = outer
        for name in ("f_builtins", "f_code", "f_globals", "f_lasti", "f_lineno"):
            setattr(self, name, getattr(frame, name))

    @property
    def f_locals(self):
        """Its variables as they are now."""
        return dict(self._frame.f_locals)

    def __repr__(self):
        code = self.f_code
        place = f"file {code.co_filename!r}, line {self.f_lineno}, code {code.co_name}"
        return f"<frame at {id(self):#x}, {place}>"


def _parked(frame):
    """What can be told of a stack from `frame` outwards; asked on that stack. None for nothing."""
    kept = [each for each, _ in walk_stack(frame)]
    outer = None
    while kept:
        outer = ParkedFrame(kept.pop(), outer)
    return outer


def of_each_thread(tell, own):
    """Return ident → what `tell(frame)` returned on its stack, newest first; `own` for this."""
    run = scheduler.run
    told = {run.current: own}
    run.visit(lambda thread, frame: told.setdefault(thread, tell(frame)))
    return {
        thread.ident: told[thread]
        for thread in reversed(run.threads)
        if told.get(thread, run) is not run
    }


def _current_frames():
    """Return a dict mapping each thread's thread id to its current stack frame."""
    frames = of_each_thread(_parked, sys._getframe(1))
    return {ident: frame for ident, frame in frames.items() if frame is not None}


def _current_exceptions():
    """Return a dict mapping each thread's identifier to its current raised exception."""
    return of_each_thread(lambda frame: sys.exception(), sys.exception())


_walk_stack, _walk_tb, _walk_positions, _getouterframes, _capture = (
    traceback.walk_stack,
    traceback.walk_tb,
    traceback._walk_tb_with_full_positions,
    inspect.getouterframes,
    asyncio.graph.capture_call_graph,
)


@wraps(_walk_stack)
def walk_stack(f):
    """As `traceback.walk_stack`."""
    if f is None:
        f = sys._getframe(1)
    return (each for each in _walk_stack(f) if not is_engine(each[0].f_code))


@wraps(_walk_tb)
def walk_tb(tb):
    """As `traceback.walk_tb`."""
    return (each for each in _walk_tb(tb) if not is_engine(each[0].f_code))


@wraps(_walk_positions)
def _walk_tb_with_full_positions(tb):
    return (each for each in _walk_positions(tb) if not is_engine(each[0].f_code))


@wraps(_getouterframes)
def getouterframes(frame, context=1):
    """As `inspect.getouterframes`."""
    return [each for each in _getouterframes(frame, context) if not is_engine(each.frame.f_code)]


@wraps(_capture)
def capture_call_graph(future=None, /, *, depth=1, limit=None):
    """As `asyncio.capture_call_graph`."""
    graph = _capture(future, depth=depth + 1, limit=limit)
    if graph is None:
        return None
    stack = tuple(each for each in graph.call_stack if not is_engine(each.frame.f_code))
    return replace(graph, call_stack=stack)


def install():
    """Put these in the place of what walks one stack, down to the engine."""
    put(sys, _current_frames, _current_exceptions)
    traceback.walk_stack, traceback.walk_tb = walk_stack, walk_tb
    traceback._walk_tb_with_full_positions = _walk_tb_with_full_positions
    inspect.getouterframes = getouterframes
    for module in (asyncio, asyncio.graph):
        module.capture_call_graph = capture_call_graph
