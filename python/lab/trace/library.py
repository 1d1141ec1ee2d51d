"""What the program has the standard library do: locks, queues, futures and tasks.

The library's own functions are watched, each by events on its code object alone; they stay what
they are. A lock that the library uses inside a queue or an event is no event: only what the
program's own code calls is.
"""

import asyncio
import queue
import sys
import threading
from concurrent.futures import Future, process, thread
from json.encoder import encode_basestring_ascii as quoted

from ..disguise.own_code import NAMELESS
from ..threads import locks
from .tasks import Tasks

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
LOCKS = frozenset(("Lock", "RLock", "Condition", "allocate_lock", "mutex"))
# What stands between the program and a lock, and a queue: these frames are passed over.
OF_LOCKS = frozenset(
    id(function.__code__)  # as everywhere here: to hash a code object takes long
    for function in (
        threading.Condition.wait_for,
        threading.Semaphore.__exit__,
    )
)
OF_QUEUES = frozenset(
    id(getattr(kind, name).__code__)
    for kind in (*QUEUES, queue.SimpleQueue)
    for name in ("put", "get", "put_nowait", "get_nowait")
)


class Library:
    """Watches the library for a Trace."""

    def __init__(self, trace, words):
        """`words` are all names and texts in the program: what it does not name, it does not use.

        So a lock inside a queue costs nothing where the program has no lock.
        """
        self._trace = trace
        self._names = {}  # id of a code object → it, and the name to show for who waits in it
        self._given = {}  # id of a Condition → the lock that the program gave it
        self._settled = set()  # numbers of futures
        # Whose calls by the program are told: function → what to tell of `self` with the caller.
        self._called, self._returned = {}, {}
        if not words.isdisjoint(LOCKS):
            for kind in (locks.lock, locks.RLock):
                self._called[kind.release] = self._called[kind.__exit__] = self._releases
                self._returned[kind.acquire] = self._returned[kind.__enter__] = self._acquires
        if "Condition" in words:
            self._called[threading.Condition.__exit__] = self._leaves
            self._called[threading.Condition.wait] = self._leaves
            self._returned[threading.Condition.__enter__] = self._enters
            self._returned[threading.Condition.wait] = self._comes_back
        if not words.isdisjoint(("Semaphore", "BoundedSemaphore")):
            self._called[threading.Semaphore.release] = self._frees
            self._called[threading.BoundedSemaphore.release] = self._frees
            self._returned[threading.Semaphore.acquire] = self._acquires
        for kind in QUEUES:
            if kind.__name__ in words:
                self._called[kind._put] = self._puts
                self._returned[kind._get] = self._gets
        if "SimpleQueue" in words:
            self._called[queue.SimpleQueue.put] = self._puts
            self._returned[queue.SimpleQueue.get] = self._gets
        # Who is told of whoever calls it: function → what to call with its frame.
        tasks, step = Tasks(trace), asyncio.Task._Task__step_run_and_handle_result
        self._begun = {
            thread._WorkItem.__init__: self._submits,
            process._WorkItem.__init__: self._submits,
            Future.set_result: self._returns,
            Future.set_exception: self._raises,
            threading._make_invoke_excepthook(): self._is_ended,
            step: tasks.step,
        }
        self._ended = {
            Future.cancel: self._cancels,
            asyncio.Task.__init__: tasks.made,
            step: tasks.stepped,
        }
        if "Condition" in words:
            self._begun[threading.Condition.__init__] = self._makes_condition

    def begin(self, tool):
        """Watch from now on."""
        wanted = {}
        for event, by_program, by_any in (
            (events.PY_START, self._called, self._begun),
            (events.PY_RETURN, self._returned, self._ended),
        ):
            monitoring.register_callback(tool, event, self._callback(by_program, by_any))
            for function in (*by_program, *by_any):
                code = function.__code__
                wanted[code] = wanted.get(code, 0) | event
        for code, which in wanted.items():
            monitoring.set_local_events(tool, code, which)

    def _callback(self, by_program, by_any):
        """The callback of `sys.monitoring`: what the library calls by itself must cost little."""
        trace, clock, file = self._trace, self._trace.clock, self._trace.file
        frame_above = sys._getframe
        by_any = {id(function.__code__): tell for function, tell in by_any.items()}
        by_program = {
            id(function.__code__): (
                tell,
                OF_QUEUES if tell in (self._puts, self._gets) else OF_LOCKS,
            )
            for function, tell in by_program.items()
        }

        def callback(code, offset, value=None):
            if not trace.open:
                return monitoring.DISABLE
            paused = clock.pause()
            frame = frame_above(1)
            tell = by_any.get(id(code))
            if tell is not None:
                tell(frame, value)
            else:
                tell, passed_over = by_program[id(code)]
                caller = frame.f_back
                while id(caller.f_code) in passed_over:
                    caller = caller.f_back
                if caller.f_code.co_filename == file:
                    tell(frame.f_locals["self"], caller, value)
            clock.go_on(paused)
            return None

        return callback

    def name_of(self, frame):
        """The name of a library function that a thread may wait in; None for what is private."""
        code = frame.f_code
        try:
            return self._names[id(code)][1]
        except KeyError:
            name = code.co_qualname
            last = name.rpartition(".")[2]
            is_dunder = last.startswith("__") and last.endswith("__")
            hidden = code.co_filename.startswith(NAMELESS) or (
                last.startswith("_") and not is_dunder
            )
            if hidden or name in ("Thread.run", "<module>"):
                name = None
            else:
                name = name.removeprefix("_Py").replace("<locals>.", "")
                name = name.replace("_ConnectionBase.", "Connection.")
            self._names[id(code)] = code, name
            return name

    def awaited_in(self, frame):
        """What a thread waits for in a function of the library: the object whose method it is."""
        value = frame.f_locals.get("self")
        if frame.f_code is threading.Condition.__enter__.__code__:
            return self._lock_of(value)
        return value

    def _note(self, kind, value, caller):
        number = self._trace.objects.number(value, caller)
        self._trace.note(kind, caller.f_lineno, f",{number}")

    # Locks. An acquire of one that the thread already has is none, nor is its release.

    def _acquires(self, lock, caller, acquired):
        if acquired and not (type(lock) is locks.RLock and lock._count > 1):
            self._note("acquire", lock, caller)

    def _releases(self, lock, caller, _):
        again = type(lock) is locks.RLock and not (lock._is_owned() and lock._count == 1)
        if lock.locked() and not again:
            self._note("release", lock, caller)

    def _frees(self, semaphore, caller, _):
        self._note("release", semaphore, caller)

    def _makes_condition(self, frame, _):
        lock = frame.f_locals["lock"]
        if lock is not None:
            self._given[id(frame.f_locals["self"])] = lock

    def _lock_of(self, condition):
        """The lock that the program gave a condition, else the condition, which stands for it."""
        return self._given.get(id(condition), condition)

    def _enters(self, condition, caller, _):
        self._note("acquire", self._lock_of(condition), caller)

    def _leaves(self, condition, caller, _):
        if condition._lock.locked():
            self._note("release", self._lock_of(condition), caller)

    def _comes_back(self, condition, caller, _):
        self._note("acquire", self._lock_of(condition), caller)

    # Queues.

    def _puts(self, queue, caller, _):
        self._note("put", queue, caller)

    def _gets(self, queue, caller, _):
        self._note("get", queue, caller)

    # Executors and threads.

    def _submits(self, frame, _):
        future, function = frame.f_locals["future"], frame.f_back.f_locals["fn"]
        # asyncio.to_thread gives partial(context.run, function), a pool of processes the like.
        if getattr(function, "args", None):
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
