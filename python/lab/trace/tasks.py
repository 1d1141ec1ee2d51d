"""asyncio's tasks, as a trace tells them: made, running, waiting for what, done."""

from json.encoder import encode_basestring_ascii as quoted
from weakref import WeakKeyDictionary

OUTCOMES = {"CANCELLED": "cancelled", "FINISHED": "returned"}
DEEPEST = 100  # coroutines that wait for each other
# With these `asyncio.run` tidies up: no tasks of the program.
HIDDEN = ("BaseEventLoop.shutdown_asyncgens", "BaseEventLoop.shutdown_default_executor")


class Tasks:
    """Called with the frames of `asyncio.Task`'s own methods."""

    def __init__(self, trace):
        self._trace = trace
        self._numbers = WeakKeyDictionary()
        self._running = {}  # ident of a thread → the task that it runs
        self._count = 0

    def made(self, frame, _):
        """A task was made."""
        if not _is_hidden(frame.f_locals["self"]):
            self._number(frame.f_locals["self"], self._trace.line_of(frame))

    def step(self, frame, _):
        """A task goes on."""
        task = frame.f_locals["self"]
        if _is_hidden(task):
            return
        number = self._number(task, self._trace.line_of(frame))
        self._running[self._trace.run.current.ident] = task
        self._trace.note("step", self._place(task)[0], f",{number}")

    def stepped(self, frame, _):
        """It lets the loop go on."""
        task = self._running.pop(self._trace.run.current.ident, None)
        if task is None:
            return
        number = self._numbers[task]
        if task._state == "PENDING":
            line, what = self._place(task)
            if task._fut_waiter is None:
                what = what or "sleep"
            rest = "0" if what is None else quoted(what[:200])
            self._trace.note("suspend", line, f",{number},{rest}")
        else:
            outcome = "raised" if task._exception is not None else OUTCOMES[task._state]
            self._trace.note("done", 0, f',{number},"{outcome}"')

    def _number(self, task, line):
        number = self._numbers.get(task)
        if number is None:
            self._count += 1
            number = self._numbers[task] = self._count
            parent = self._running.get(self._trace.run.current.ident)
            of = 0 if parent is None else self._numbers[parent]
            name = quoted(_name(task)[:200])
            self._trace.note("task", line, f",{number},{name},{of}")
        return number

    def _place(self, task):
        """The program's line at which a task waits, 0 for none, and what it awaits there."""
        line, what, awaited = 0, None, task._coro
        for _ in range(DEEPEST):
            code = _of(awaited, "code")
            if code is None:
                break
            if code.co_filename == self._trace.file:
                frame = _of(awaited, "frame")
                line = code.co_firstlineno if frame is None else frame.f_lineno
                what = None
            elif what is None:
                what = code.co_qualname
            awaited = _of(awaited, "await")
        if what in (None, "Future.__await__"):
            what = _future_name(task._fut_waiter)
        return line, what


def _is_hidden(task):
    return getattr(task._coro, "__qualname__", None) in HIDDEN


def _of(awaited, what):
    """`cr_code` of a coroutine, `gi_code` of a generator; likewise its frame and what it awaits."""
    for prefix in ("cr_", "gi_", "ag_"):
        name = prefix + ("yieldfrom" if (prefix, what) == ("gi_", "await") else what)
        if hasattr(awaited, name):
            return getattr(awaited, name)
    return None


def _future_name(future):
    """What to call a future that is awaited itself: a task by its name, else by its class."""
    if future is None:
        return None
    if hasattr(future, "get_name"):
        return future.get_name()
    name = type(future).__name__
    return "gather" if name == "_GatheringFuture" else name


def _name(task):
    """The name that the program gave a task; else also its coroutine's, as threads have it."""
    name = task.get_name()
    function = getattr(task.get_coro(), "__name__", None)
    return f"{name} ({function})" if name.startswith("Task-") and function else name
