"""What the program has the standard library do: locks, queues, futures and tasks.

The library's own functions are watched, each by events on its code object alone; they stay what
they are. A lock that the library uses inside a queue or an event is no event: only what the
program's own code calls is.
"""

import asyncio
import queue
import sys
import threading
from concurrent.futures import Future
from concurrent.futures.thread import _WorkItem
from json.encoder import encode_basestring_ascii as quoted

from . import locks
from .trace_tasks import Tasks

monitoring = sys.monitoring
events = monitoring.events
QUEUES = (
    queue.Queue,
    queue.LifoQueue,
    queue.PriorityQueue,
    asyncio.Queue,
    asyncio.LifoQueue,
    asyncio.PriorityQueue,
)


class Library:
    """Watches the library for a Trace."""

    def __init__(self, trace):
        self._trace = trace
        self._names = {}  # code object → the name to show for who waits in it, or None
        self._given = {}  # id of a Condition → the lock that the program gave it
        self._settled = set()  # numbers of futures
        tasks = Tasks(trace)
        # code object → what to call with its frame and what it returns
        self._entered = {
            locks.lock.release: self._releases,
            locks.RLock.release: self._releases_again,
            threading.Condition.__init__: self._makes_condition,
            threading.Condition.__exit__: self._leaves_condition,
            threading.Condition.wait: self._leaves_condition,
            threading.Semaphore.release: self._leaves,
            threading.BoundedSemaphore.release: self._leaves,
            queue.SimpleQueue.put: self._puts,
            _WorkItem.__init__: self._submits,
            Future.set_result: self._returns,
            Future.set_exception: self._raises,
            threading.Thread(target=int)._invoke_excepthook: self._is_ended,
            asyncio.Task._Task__step_run_and_handle_result: tasks.step,
        } | {kind._put: self._puts for kind in QUEUES}
        self._returned = {
            locks.lock.acquire: self._acquires,
            locks.RLock.acquire: self._acquires_again,
            threading.Condition.__enter__: self._enters_condition,
            threading.Condition.wait: self._comes_back,
            threading.Semaphore.acquire: self._acquires,
            queue.SimpleQueue.get: self._gets,
            Future.cancel: self._cancels,
            asyncio.Task.__init__: tasks.made,
            asyncio.Task._Task__step_run_and_handle_result: tasks.stepped,
        } | {kind._get: self._gets for kind in QUEUES}
        # What stands between the program and those: its frames are passed over.
        self._thin = {
            function.__code__
            for function in (
                locks.lock.__enter__,
                locks.lock.__exit__,
                locks.RLock.__enter__,
                locks.RLock.__exit__,
                threading.Condition.wait_for,
                threading.Semaphore.__exit__,
            )
        }
        self._of_queues = {
            getattr(kind, name).__code__
            for kind in (*QUEUES, queue.SimpleQueue)
            for name in ("put", "get", "put_nowait", "get_nowait")
        }

    def begin(self, tool):
        """Watch from now on."""
        wanted = {}
        for table, event in (
            (self._entered, events.PY_START),
            (self._returned, events.PY_RETURN),
        ):
            for function in list(table):
                code = function.__code__
                table[code] = table.pop(function)
                wanted[code] = wanted.get(code, 0) | event
        monitoring.register_callback(tool, events.PY_START, self._at_start)
        monitoring.register_callback(tool, events.PY_RETURN, self._at_return)
        for code, which in wanted.items():
            monitoring.set_local_events(tool, code, which)

    def _at_start(self, code, offset):
        trace = self._trace
        if not trace.open:
            return monitoring.DISABLE
        left = trace.clock.pause()
        self._entered[code](sys._getframe(1), None)
        trace.clock.go_on(left)
        return None

    def _at_return(self, code, offset, value):
        trace = self._trace
        if not trace.open:
            return monitoring.DISABLE
        left = trace.clock.pause()
        self._returned[code](sys._getframe(1), value)
        trace.clock.go_on(left)
        return None

    def name_of(self, frame):
        """The name of a library function that a thread may wait in; None for what is private."""
        code = frame.f_code
        try:
            return self._names[code]
        except KeyError:
            name = code.co_qualname
            last = name.rpartition(".")[2]
            is_dunder = last.startswith("__") and last.endswith("__")
            package = frame.f_globals.get("__package__")
            hidden = package == __package__ or (last.startswith("_") and not is_dunder)
            if hidden or name in ("Thread.run", "<module>"):
                name = None
            else:
                name = name.removeprefix("_Py").replace("<locals>.", "")
            self._names[code] = name
            return name

    def awaited_in(self, frame):
        """What a thread waits for in a function of the library: the object whose method it is."""
        value = frame.f_locals.get("self")
        if frame.f_code is threading.Condition.__enter__.__code__:
            return self._lock_of(value)
        return value

    def _caller(self, frame, thin):
        """The frame of the program that called `frame`, or None where the library did."""
        frame = frame.f_back
        while frame is not None and frame.f_code in thin:
            frame = frame.f_back
        if frame is None or frame.f_code.co_filename != self._trace.file:
            return None
        return frame

    def _note(self, kind, frame, value=None):
        """Note that the program did `kind` to `value`, else to the `self` of `frame`."""
        caller = self._caller(frame, self._of_queues if kind in ("put", "get") else self._thin)
        if caller is not None:
            if value is None:
                value = frame.f_locals["self"]
            number = self._trace.objects.number(value, caller)
            self._trace.note(kind, caller.f_lineno, f",{number}")

    # Locks. An acquire of one that the thread already has is none, nor is its release.

    def _acquires(self, frame, acquired):
        if acquired:
            self._note("acquire", frame)

    def _acquires_again(self, frame, acquired):
        if acquired and frame.f_locals["self"]._count == 1:
            self._note("acquire", frame)

    def _releases(self, frame, _):
        if frame.f_locals["self"]._held:
            self._note("release", frame)

    def _releases_again(self, frame, _):
        lock = frame.f_locals["self"]
        if lock._count == 1 and lock.holder is self._trace.run.current:
            self._note("release", frame)

    def _leaves(self, frame, _):
        self._note("release", frame)

    def _makes_condition(self, frame, _):
        lock = frame.f_locals["lock"]
        if lock is not None:
            self._given[id(frame.f_locals["self"])] = lock

    def _lock_of(self, condition):
        """The lock that the program gave a condition, else the condition, which stands for it."""
        return self._given.get(id(condition), condition)

    def _enters_condition(self, frame, _):
        self._note("acquire", frame, self._lock_of(frame.f_locals["self"]))

    def _leaves_condition(self, frame, _):
        condition = frame.f_locals["self"]
        if condition._lock.locked():
            self._note("release", frame, self._lock_of(condition))

    def _comes_back(self, frame, _):
        self._note("acquire", frame, self._lock_of(frame.f_locals["self"]))

    # Queues.

    def _puts(self, frame, _):
        self._note("put", frame)

    def _gets(self, frame, _):
        self._note("get", frame)

    # Executors.

    def _submits(self, frame, _):
        future, function = frame.f_locals["future"], frame.f_back.f_locals["fn"]
        if getattr(function, "args", None):  # asyncio.to_thread: partial(context.run, function)
            function = function.args[0]
        name = getattr(function, "__qualname__", type(function).__name__).rpartition(">.")[2]
        number = self._trace.objects.number(future, None, name)
        line = self._trace.line_of(frame)
        self._trace.note("submit", line, f",{number},{quoted(name[:200])}")

    def _returns(self, frame, _):
        self._settle(frame, "returned")

    def _raises(self, frame, _):
        self._settle(frame, "raised")

    def _cancels(self, frame, cancelled):
        if cancelled:
            self._settle(frame, "cancelled")

    def _settle(self, frame, outcome):
        number = self._trace.objects.known(frame.f_locals["self"])
        if number and number not in self._settled:
            self._settled.add(number)
            self._trace.note("settle", self._trace.line_of(frame), f',{number},"{outcome}"')

    def _is_ended(self, frame, _):
        self._trace.raised(sys.exception())
