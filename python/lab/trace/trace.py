"""Tells the host what happens in a run: who has the interpreter, who waits, what is printed.

An event is a JSON array `[kind, time, thread, line, ...rest]`; `runtime/trace/trace.ts` says which
there are. Each is written as text at once: text is nothing that the collector counts, so a traced
program meets the collector where it does untraced. For the same reason the virtual clock pauses
meanwhile: to watch is no work of the program.
"""

import sys
from functools import wraps
from json.encoder import encode_basestring_ascii as quoted
from threading import Thread

from .. import host
from ..switching.code_objects import code_objects
from ..threads import _thread, locks, scheduler
from ..threads.clock import VirtualClock
from .library import Library
from .numbered import Objects
from .pickles import Pickles

monitoring = sys.monitoring
events = monitoring.events
TOOL = 3
MOST = 100_000  # events, but for those of kind `line`
MOST_LINES = 4_000
MOST_VISITS = 20  # of one line: a loop is not told turn by turn
MOST_LATE = 1_000  # threads and processes that are named after the others were too many
CHUNK = 500  # events to send at a time
PAUSE = 1_000_000  # tenths of a microsecond: in real time they are sent that often at least
LONGEST = 200  # characters of a text


def unnoticed(method):
    """`method` of a Trace, during which the program's clock stands."""

    @wraps(method)
    def paused(self, *arguments):
        stopped = self.clock.pause()
        try:
            method(self, *arguments)
        finally:
            self.clock.go_on(stopped)

    return paused


class Trace:
    """Writes down one run. `begin` must be called before its program's first statement."""

    def __init__(self, file, send=host.trace):
        self.file = file
        self.open = False
        self.run = None
        self.objects = Objects()
        self._send = send  # takes JSON: an array of events
        self._events = []
        self._left = MOST
        self._lines_left = MOST_LINES
        self._late_left = MOST_LATE
        self._visits = {}  # (id of a code object, line) → how often it was told
        self._followed = []  # code objects, kept so that none takes another's id
        self._waits = {}  # ident of a thread → the line where it left off, the rest of its `wait`
        self._printed = None  # the last print: its place, who and where, its event, its text
        self._sent = 0  # when events were sent, in tenths of a microsecond

    def begin(self, run, code):
        """Write down what happens in `run`, a Scheduler, whose program is `code`.

        No other thread may be alive.
        """
        paused = run.clock.pause()
        parts = list(code_objects(code))
        self._open(run, run.clock.now(), {word for part in parts for word in _words(part)})
        self._follow(parts)
        self.library.begin(TOOL)
        self.note("run", 0)
        self.clock.go_on(paused)

    def begin_child(self, run, began):
        """Write down what happens in `run` of a process; `began` is when its program did.

        The library is not watched there, but for what comes from other processes and goes to them.
        """
        self._open(run, began, frozenset())
        self.note("run", 0)
        self.stage("import")

    def _open(self, run, began, words):
        self.run = run
        self.clock = run.clock
        self.began = began  # seconds of the run's clock
        self.open = True
        self.library = Library(self, words)
        monitoring.use_tool_id(TOOL, "lab.trace")
        monitoring.register_callback(TOOL, events.LINE, self._line)
        run.trace = run.register = self

    def _follow(self, parts):
        for part in parts:
            self._followed.append(part)
            monitoring.set_local_events(TOOL, part, events.LINE)

    def follow_module(self, module):
        """Tell the lines of a module's functions, methods included; other modules' are left out."""
        for value in list(vars(module).values()):
            for member in (value, *vars(value).values()) if isinstance(value, type) else (value,):
                code = getattr(getattr(member, "__func__", member), "__code__", None)
                if getattr(code, "co_filename", None) == self.file:
                    self._follow(code_objects(code))

    def stop(self):
        """Write down no more, but who is started, and the end."""
        self.open = False
        if self.run.trace is self:
            self.run.trace = None

    def forget(self):
        """Take the events away; only where no other thread is parked, since that walks them all."""
        monitoring.free_tool_id(TOOL)

    @unnoticed
    def name_objects(self):
        """Tell how the program calls its locks and queues, while it still holds them."""
        self._events += self.objects.tell()

    @unnoticed
    def over(self):
        """Tell that the run is over, and send what is left."""
        self.stop()
        self.run.register = None
        self._write("over", 0, 0)
        self.flush()

    def flush(self):
        """Send what is held back."""
        if self._events:
            text = f"[{','.join(self._events)}]"
            self._events.clear()
            self._printed = None
            self._sent = self._tenths()
            self._send(text)

    def line_of(self, frame):
        """The program's line that led to `frame`, 0 for none."""
        while frame is not None:
            if frame.f_code.co_filename == self.file:
                return frame.f_lineno
            frame = frame.f_back
        return 0

    def note(self, kind, line, rest=""):
        """Note something of the current thread; `rest` is JSON of what follows, led by commas."""
        self._write(kind, self.run.current.ident, line, rest)

    def _tenths(self):
        """How long the run has lasted, in tenths of a microsecond."""
        return int((self.clock.now() - self.began) * 1e7 + 0.5)

    def _write(self, kind, ident, line, rest=""):
        held = self._events
        tenths = self._tenths()
        late = tenths - self._sent > PAUSE and not isinstance(self.clock, VirtualClock)
        if late or len(held) >= CHUNK:
            self.flush()  # before it: what is printed next may belong to it
        held.append(f'["{kind}",{tenths}e-1,{ident},{line}{rest}]')
        self._left -= 1
        if self._left == 0 and self.open:
            self.stop()
            self._write("cut", 0, 0)
            self.flush()

    def _line(self, code, line):
        paused = self.clock.pause()
        try:
            visits = self._visits.get((id(code), line), 0)
            told = self.open and self._lines_left > 0 and visits < MOST_VISITS
            if told:
                self._visits[id(code), line] = visits + 1
                self._lines_left -= 1
                self._left += 1
                self._write("line", self.run.current.ident, line)
        finally:
            self.clock.go_on(paused)
        return None if told else monitoring.DISABLE

    # What the scheduler tells.

    @unnoticed
    def start(self, child, function):
        """The current thread has started `child`, to call `function`; told after the cut too."""
        if not self._is_told():
            return
        of = getattr(function, "__self__", None)
        name = getattr(of, "name", None) or getattr(function, "__name__", "thread")
        if type(of).__module__ == "concurrent.futures.process":
            name = type(of).__name__  # a helper that nobody has named
        line = self.line_of(sys._getframe(2))
        rest = f",{child.ident},{quoted(str(name)[:LONGEST])},{child.daemon:d}"
        self.note("start", line, rest)
        self._waits[child.ident] = (0, "")

    def _is_told(self):
        """Whether somebody who is started now is told of."""
        if not self.open:
            self._late_left -= 1
        return self._late_left >= 0

    @unnoticed
    def goes(self, thread):
        """`thread` has the interpreter from now on."""
        self._write("run", thread.ident, self._waits.get(thread.ident, (0,))[0])

    @unnoticed
    def lets_go(self, kind):
        """The current thread lets go and could go on; `kind` is "interval" or "yield"."""
        line = self.line_of(sys._getframe(2))
        self._waits[self.run.current.ident] = (line, "")
        self.note(kind, line)

    @unnoticed
    def waits(self, reason):
        """The current thread lets go and waits for `reason`, as given to `Scheduler.block`."""
        line, through, frame = 0, None, sys._getframe(3)
        while frame is not None:
            if frame.f_code.co_filename == self.file:
                line = frame.f_lineno
                break
            if self.library.name_of(frame) is not None:
                through = frame
            frame = frame.f_back
        what, number = _kind_of(reason), 0
        if through is not None and what in ("lock", "thread"):
            reason = self.library.awaited_in(through)
            what = "thread" if isinstance(reason, Thread) else what
        if what == "lock" or (what == "thread" and through is not None):
            number = 0 if reason is None else self.objects.number(reason, frame)
        name = "0" if through is None else quoted(self.library.name_of(through))
        rest = f',"{what}",{number},{name}'
        self._waits[self.run.current.ident] = (line, rest)
        self.note("wait", line, rest)

    @unnoticed
    def waits_on(self, thread):
        """What had ended the wait of `thread` was taken by another."""
        self._write("wait", thread.ident, *self._waits[thread.ident])

    @unnoticed
    def ready(self, thread):
        """The wait of `thread` is over."""
        line = self._waits.get(thread.ident, (0,))[0]
        self._write("ready", thread.ident, line, f",{thread.woken:d}")

    @unnoticed
    def ends(self):
        """The current thread ends."""
        if self.open:
            self.note("end", 0)

    def idle(self):
        """Nobody can run; in real time the host can use the moment."""
        if not isinstance(self.clock, VirtualClock):
            self.flush()

    @unnoticed
    def raised(self, error):
        """`error` has ended the current thread."""
        line, step = 0, error.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename == self.file:
                line = step.tb_lineno
            step = step.tb_next
        try:
            message = str(error)
        except BaseException:
            message = ""
        rest = f",{quoted(type(error).__name__)},{quoted(message[:LONGEST])}"
        self.note("raise", line or getattr(error, "line", None) or 0, rest)

    # What the standard streams tell.

    def watch(self, stream, name):
        """Note what is written to a text stream."""
        write = stream.write

        def noted(text, /):
            paused = self.clock.pause()
            try:
                count = write(text)
                if self.open:
                    self._print(name, text, self.line_of(sys._getframe(1)))
            finally:
                self.clock.go_on(paused)
            return count

        noted.__name__, noted.__qualname__ = "write", "TextIOWrapper.write"
        stream.write = noted

    def _print(self, stream, text, line):
        ident = self.run.current.ident
        where = ident, stream, line
        place, before, head, so_far = self._printed or (-1, None, None, "")
        if (
            before == where
            and place == len(self._events)
            and (not line or not so_far.endswith("\n"))
        ):
            so_far += text[:LONGEST]
            self._events[-1] = f"{head},{quoted(so_far[:LONGEST])}]"
        elif text:
            so_far = text[:LONGEST]
            self._write("print", ident, line, f',"{stream}",{quoted(so_far)}')
            head = self._events[-1][: -len(quoted(so_far)) - 2]
        self._printed = len(self._events), where, head, so_far

    @unnoticed
    def asks(self):
        """The current thread waits for a line that somebody types."""
        line = self.line_of(sys._getframe(2))
        self._waits[self.run.current.ident] = (line, "")
        self.note("wait", line, ',"input",0,0')
        self.flush()

    @unnoticed
    def answered(self):
        """It goes on."""
        line = self._waits[self.run.current.ident][0]
        self.note("ready", line, ",1")
        self.note("run", line)

    # What processes tell.

    def meets_processes(self):
        """The program asks for a process: from now on its clock is real, and it may pickle."""
        self.clock = self.run.clock
        if self.open:
            Pickles(self).begin(TOOL)

    def stage(self, name):
        """The life of this process has come so far: "import", "unpickle", "work", "end"."""
        self.note("stage", 0, f",{quoted(name)}")
        self.flush()

    @unnoticed
    def _of_process(self, kind, process, rest=""):
        self.note(kind, self.line_of(sys._getframe(3)), f",{process}{rest}")

    def spawn(self, process, name):
        """The current thread starts a process, a number; told after the cut too."""
        if self._is_told():
            self._of_process("spawn", process, f",{quoted(name[:LONGEST])}")

    def boot(self, process):
        """A process can run the program's functions from now on."""
        self._of_process("boot", process)

    def send(self, process, size, channel, began):
        """So many bytes have gone to a process, through a channel; `began` is when it was asked."""
        taken = int((self.clock.now() - began) * 1e6 + 0.5)
        self._of_process("send", process, f",{size},{channel},{taken}")

    def receive(self, process, size, channel):
        """So many bytes of pickled objects come from a process."""
        self._of_process("receive", process, f",{size},{channel}")

    def exit(self, process, code):
        """A process is gone."""
        self._of_process("exit", process, f",{code}")


def _words(code):
    """The names and texts in a code object."""
    yield from code.co_names
    yield from (constant for constant in code.co_consts if isinstance(constant, str))


def _kind_of(reason):
    """What `Scheduler.block` was told, as one of the contract's words."""
    if isinstance(reason, str):
        return reason
    if isinstance(reason, (locks.lock, locks.RLock)):
        return "lock"
    if isinstance(reason, (_thread._ThreadHandle, scheduler.GreenThread)):
        return "thread"
    return "loop" if hasattr(reason, "select") else "other"
