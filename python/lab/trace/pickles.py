"""When `multiprocessing` makes bytes of objects and objects of bytes, and how long that takes.

Its own functions are watched, each by events on its code object alone; they stay what they are.
"""

import pickle
import sys
from json.encoder import encode_basestring_ascii as quoted
from multiprocessing import connection, queues, reduction

monitoring = sys.monitoring
events = monitoring.events

# Where objects are pickled, with the variable that holds the file; and where they are unpickled.
PICKLING = {reduction.ForkingPickler.dumps.__code__: "buf", reduction.dump.__code__: "file"}
UNPICKLING = frozenset(
    function.__code__
    for function in (
        connection._ConnectionBase.recv,
        queues.Queue.get,
        queues.SimpleQueue.get,
    )
)


class Pickles:
    """Tells a Trace of each object that goes to another process, or comes from one."""

    def __init__(self, trace):
        self._trace = trace

    def begin(self, tool):
        """Watch from now on."""
        monitoring.register_callback(tool, events.CALL, self._begins)
        monitoring.register_callback(tool, events.C_RETURN, self._ends)
        monitoring.register_callback(tool, events.C_RAISE, self._fails)
        for code in (*PICKLING, *UNPICKLING):
            watched = monitoring.get_local_events(tool, code)
            monitoring.set_local_events(tool, code, watched | events.CALL)

    def _begins(self, code, offset, function, first):
        if not _is_it(code, function):
            return monitoring.DISABLE
        self._note("pickle", code)
        return None

    def _ends(self, code, offset, function, first):
        if _is_it(code, function):
            file = PICKLING.get(code)
            size = sys._getframe(1).f_locals[file].tell() if file else len(first)
            self._note("pickled", code, f",{size}")

    def _fails(self, code, offset, function, first):
        if _is_it(code, function):
            self._note("pickled", code, ",0")

    def _note(self, kind, code, rest=""):
        trace = self._trace
        if trace.open:
            way = quoted("pickle" if code in PICKLING else "unpickle")
            trace.note(kind, trace.line_of(sys._getframe(2)), f",{way}{rest}")


def _is_it(code, function):
    """Whether the call in a watched function is the one that takes the time."""
    if code in PICKLING:
        return getattr(function, "__name__", None) == "dump"
    return function is pickle.loads
