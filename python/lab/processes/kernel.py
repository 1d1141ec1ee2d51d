"""The kernel of a run's processes, which lives in the page, as one of the processes sees it.

Processes run at their own pace. So the clock of a program becomes the real one when it first needs
the kernel: it goes on from where it was and never jumps back. Children share that clock.
"""

import os
import time
from itertools import count

from .. import host
from ..threads import scheduler
from ..threads.clock import NEVER

LOOK = 0.005  # seconds of real time after which messages get in, while others compute

pid, parent = os.getpid(), os.getppid()


def getpid():
    """Return the current process id."""
    return pid


def getppid():
    """Return the parent's process id."""
    return parent


class _Call:
    """A call under way, and the thread that waits for its answer."""

    def __init__(self, thread, undo, arguments):
        self.thread = thread
        self.undo = undo  # the call that takes back what came of it, where nobody waits any more
        self.arguments = arguments
        self.answered = self.abandoned = False
        self.value = None
        self.data = None  # bytes that came with the answer


class Kernel:
    """Asks the kernel, and stands in the scheduler for all that comes from other processes."""

    def __init__(self):
        run = scheduler.run
        run.clock = run.clock.as_real()
        if run.register is not None:
            run.register.meets_processes()
        self._tickets = count(1)
        self._open = {}  # calls without an answer, by ticket
        self._looked = 0.0

    def call(self, name, *arguments, data=None, patient=True, deadline=None, undo=None):
        """Ask, and park the current thread until the answer; return it and the bytes beside it.

        The answer is None where the call would have to wait and is not `patient`, or `deadline`
        (seconds of the run's clock) has come.
        """
        run = scheduler.run
        call = _Call(run.current, undo, arguments)
        ticket = next(self._tickets)
        room = run.current.room
        room.value += scheduler.RESERVE
        try:
            self._open[ticket] = call
            host.call(ticket, patient, [name, *arguments], data)
            while not call.answered:
                if not run.block("process", deadline) and not call.answered:
                    self.post("cancel", ticket)
                    deadline = None  # the answer may be under way
        except BaseException:
            call.abandoned = True
            self.post("cancel", ticket)
            if call.answered:
                self._take_back(call)
            raise
        finally:
            room.value -= scheduler.RESERVE
        return call.value, call.data

    def post(self, name, *arguments, data=None):
        """Tell the kernel something that it does not answer."""
        host.call(0, True, [name, *arguments], data)

    def waits(self):
        """Whether an answer is awaited."""
        return bool(self._open)

    def look(self):
        """Let in what has come, if it is time: it comes only while the interpreter is parked."""
        if self._open and time.perf_counter() - self._looked >= LOOK:
            host.turn()
            self._take()
            self._looked = time.perf_counter()

    def when_due(self):
        """When, by the run's clock, to look next."""
        return self._looked + LOOK if self._open else NEVER

    def wait(self, deadline):
        """Park the running stack until something has come, or until `deadline`; None for ever."""
        rest = None if deadline is None else deadline - scheduler.run.clock.now()
        if rest is None or rest > 0:
            host.arrival(rest)
        self._take()

    def _take(self):
        for ticket, value, has_data in host.arrivals():
            if ticket == 0:
                tell(*value)
                continue
            call = self._open.pop(ticket)
            call.value, call.answered = value, True
            if has_data:
                call.data = host.take_bytes(ticket)
            if call.abandoned:
                self._take_back(call)
            else:
                scheduler.run.wake(call.thread)

    def _take_back(self, call):
        if call.undo is not None and call.value:
            self.post(call.undo, *call.arguments, data=call.data)


def _current():
    run = scheduler.run
    if run.outside is None:
        run.outside = run.reach_out()
    return run.outside


def call(name, *arguments, **how):
    """Ask the kernel; return its answer and the bytes beside it. See `Kernel.call`."""
    return _current().call(name, *arguments, **how)


def ask(name, *arguments, **how):
    """Ask the kernel; return its answer."""
    return _current().call(name, *arguments, **how)[0]


def post(name, *arguments):
    """Tell the kernel something that it does not answer."""
    _current().post(name, *arguments)


def moment():
    """Seconds of the clock that all processes of the run share."""
    _current()  # whose clock it is
    return scheduler.run.clock.now()


def deadline(seconds):
    """Turn a time-out into a moment of the run's clock; None stays None."""
    if seconds is None:
        return None
    return moment() + max(0, seconds)


def began():
    """When the run began, where its processes shall tell what happens in them; else None."""
    trace = scheduler.run.register
    return None if trace is None else trace.began


def tell(event, process, *details):
    """Note something of another process in the trace, where one is made; 0 is any of several."""
    trace = scheduler.run.register if event == "spawn" else scheduler.run.trace
    if trace is not None and process != pid:
        getattr(trace, event)(process, *details)
