"""Who runs: green threads that take turns on one interpreter, switched only where this module says.

Each thread has a WebAssembly stack of its own. To switch is to keep the other thread's promise and
to wait for one's own; the host does both in one call.
"""

import sys
from contextlib import suppress
from heapq import heappop, heappush
from itertools import count

from .. import host
from ..disguise.own_code import NAMELESS
from .clock import NEVER

# Calls that the engine may make beyond the program's recursion limit, as CPython's own C code may:
# what it has begun to change must not be cut in two by a RecursionError.
RESERVE = 100
CALLS_BELOW = 3  # the engine's in a new thread

_KEPT = 2**16  # bytes

NEW, READY, RUNNING, BLOCKED, DONE = "new", "ready", "running", "blocked", "done"

run = None  # the Scheduler of the program that runs


def connect(bridge):
    """Take the host's object, and begin new threads where it begins new stacks."""
    host.connect(bridge, _enter)


def _enter():
    host.parking = False
    run.current.room = host.begin_stack()
    run.current.room.value += CALLS_BELOW
    run.run_thread()


class Killed(BaseException):
    """Unwinds a thread that the end of the program found alive."""


class Deadlock(BaseException):
    """No thread can run, and no timer will wake one."""

    line = None  # of the program, where one of the threads waits


class GreenThread:
    """One flow of execution. The main one has ident 1, the others follow in order of creation."""

    __slots__ = (
        "__weakref__",
        "asked",
        "daemon",
        "deadline",
        "doom",
        "function",
        "ident",
        "is_programs",
        "joiners",
        "locals",
        "name",
        "reason",
        "room",
        "since",
        "state",
        "through",
        "wait",
        "where",
        "woken",
        "worked",
    )

    def __init__(self, ident, function, daemon):
        self.ident = ident
        self.function = function
        self.daemon = daemon
        self.asked = 0.0  # when it began to wait for a lock, in seconds of the run's clock
        self.state = NEW
        self.reason = None  # what it waits for, while blocked
        self.woken = False  # the wait ended by wake(), not by its deadline
        self.is_programs = True  # not the library's, for a purpose of its own
        self.deadline = None  # when the wait ends at the latest, in seconds of the run's clock
        self.wait = 0  # counts waits, so that a stale timer is known
        self.doom = None  # exception to raise in it, or function to call, when it next runs
        self.locals = []  # weak references to the threading.local objects that it used
        self.joiners = []  # threads that wait for its end
        self.since = 0.0  # when it became ready or blocked, in seconds of the run's clock
        self.where = None  # (file, line) of the program at which it waits
        self.name = None  # that it had, once it has ended
        self.worked = 0.0  # seconds that it has had the interpreter, but for this turn
        self.through = None  # the library function that waits for it, for instance Queue.get
        self.room = None  # `room.value` is how many calls are left until a RecursionError

    def __repr__(self):
        return f"<green thread {self.ident} {self.state}>"


class _Errand:
    """What a parked thread is to call on its own stack, and what that raised, for a visitor."""

    def __init__(self, function, visitor):
        self.function = function
        self.visitor = visitor
        self.error = None


class Scheduler:
    """The threads of one run, and the one among them that has the interpreter."""

    # What stands on this module, and is put here when it is installed.
    look_at_files = None  # wakes those whose files are ready
    reach_out = None  # makes what a program has to do with other processes

    def __init__(self, clock, policy):
        self.clock = clock
        self.policy = policy
        self.main = GreenThread(1, None, False)
        self.main.state = RUNNING
        self.main.room = host.main_room
        self.current = self.main
        self.threads = [self.main]  # alive, in order of creation
        self.ready = []  # could run, but another has the interpreter
        self.timers = []  # heap of (deadline, sequence, thread, wait)
        self.trace = None  # the Trace that writes down what happens, where one does
        self.register = None  # the Trace that names who is started, also after it was cut
        self.closing = False  # the program is over: no new threads
        self.preemption = None  # the Preemption that has threads lose the interpreter
        self.switches = 0
        self.last_switch = 0.0
        self.resumed = clock.now()  # when the current thread's turn began
        self.stopped = self.resumed  # when it ended, or that of the last
        self.worked = 0.0  # seconds that any thread had the interpreter, but for this turn
        self.watchers = []  # (thread that waits for files, what finds whether they are ready)
        self.errand = None  # the _Errand of the next thread that goes on
        self.is_own = lambda file: False  # whether a file is the program's
        self.on_first_thread = lambda: None  # a second thread comes to life
        self.outside = None  # where other processes are, once `reach_out` has made that
        self.on_end = lambda thread: None  # in a thread that ends
        self.on_interrupt = None  # what the main thread calls when Stop comes
        self.on_deadlock = Deadlock  # makes the exception for the main thread from the scheduler
        self._idents = count(2)
        self._sequence = count()
        self._kept = bytes(_KEPT)  # memory for what must be done

    def begin(self):
        """The program's first statement is next: its time has not begun. The clock must stand."""
        self.clock.begin()
        self.resumed = self.stopped = self.clock.now()

    def start(self, function, daemon):
        """Make a thread that will run `function()`; it is ready, the current one goes on."""
        room, thread = self.current.room, None
        room.value += RESERVE
        paused = self.clock.pause()
        try:
            thread = GreenThread(next(self._idents), function, daemon)
            thread.since = self.clock.now()
            self.threads.append(thread)
            self.ready.append(thread)
            if len(self.threads) == 2:
                self.on_first_thread()
            return thread
        except BaseException:
            self.threads[:] = [other for other in self.threads if other is not thread]
            self.ready[:] = [other for other in self.ready if other is not thread]
            raise
        finally:
            self.clock.go_on(paused, self.when_due())
            room.value -= RESERVE

    def when_due(self):
        """When, by the clock, to look around next."""
        return NEVER if self.preemption is None else self.preemption.when_due(self)

    def block(self, reason, deadline=None):
        """Park the current thread until `wake` (True) or until `deadline` (False)."""
        me = self.current
        room = me.room
        room.value += RESERVE
        paused = self.clock.pause()
        try:
            me.wait += 1
            if deadline is not None:
                self.add_timer(deadline, me)
            me.woken = False
            me.reason = reason
            me.deadline = deadline
            me.state = BLOCKED
            me.since = self.stopped = self.clock.now()
            me.where, me.through = self._locate(sys._getframe(1))
            if self.trace is not None:
                self.trace.waits(reason)
            self._dispatch(me)
        except BaseException:
            self._stay(me)
            raise
        finally:
            me.reason = None
            self.clock.go_on(paused, self.when_due())
            room.value -= RESERVE
        if me.doom is not None:
            self.meet_doom()
        return me.woken

    def _stay(self, me):
        """The current thread could not be parked: it goes on, with an exception."""
        me.wait += 1  # so the timer is stale
        if me.state is READY:
            self.ready.remove(me)
        me.state = RUNNING

    def add_timer(self, deadline, thread):
        """End a wait of `thread`, or ring an Alarm, at `deadline`."""
        heappush(self.timers, (deadline, next(self._sequence), thread, thread.wait))
        self.clock.hurry()

    def wake(self, thread):
        """End the wait of a blocked thread: it is ready."""
        if thread.state is BLOCKED:
            thread.since = self.clock.now()
            self.ready.append(thread)
            thread.state = READY
            thread.woken = True
            self.clock.hurry()
            if self.trace is not None:
                self.trace.ready(thread)

    def unwake(self, thread):
        """Take back a wake-up of which nothing came: another thread was faster.

        Not from a thread whose deadline has come: its timer is spent, so it must run to see that.
        """
        late = thread.deadline is not None and thread.deadline <= self.clock.now()
        if thread.state is READY and thread.woken and not late and thread.doom is None:
            thread.state = BLOCKED
            thread.woken = False
            self.ready.remove(thread)
            if self.trace is not None:
                self.trace.waits_on(thread)

    def give_way(self):
        """Let the others that are ready go first."""
        if self.ready:
            self.switch_to(None)

    def switch_to(self, thread):
        """Give the interpreter to a ready thread, None for the policy's choice; stay ready."""
        self.current.room.value += RESERVE
        paused = self.clock.pause()
        try:
            self.let_go(thread, "yield")
        finally:
            self.clock.go_on(paused, self.when_due())
            self.current.room.value -= RESERVE
        if self.current.doom is not None:
            self.meet_doom()

    def let_go(self, thread, why):
        """As `switch_to`, while the clock stands; what is due to the thread is not seen to.

        `why` is for the trace: "interval" where CPython would have done so, too.
        """
        me = self.current
        try:
            me.since = self.stopped = self.clock.now()
            self.ready.append(me)
            me.state = READY
            if self.trace is not None:
                self.trace.lets_go(why)
            if thread is None:
                self._dispatch(me)
            else:
                self._transfer(me, thread)
        except BaseException:
            self._stay(me)
            raise

    def fire_timers(self):
        """Make ready whoever has waited long enough."""
        timers = self.timers
        if not timers:
            return
        now = self.clock.now()
        while timers and timers[0][0] <= now:
            _, _, thread, wait = timers[0]
            waits = thread.wait == wait and thread.state is BLOCKED
            if waits and thread.ident is None:
                thread.ring()  # where that raises an error, the alarm is still set
                heappop(timers)
                continue
            if waits:
                self.ready.append(thread)
                thread.state = READY
                thread.since = now
            heappop(timers)
            if waits and self.trace is not None:
                self.trace.ready(thread)

    def interrupt(self):
        """Have the main thread meet Stop: now if it waits, else when it next looks."""
        if self.main.doom is None and not self.closing:
            self.main.doom = self.on_interrupt
            self.clock.hurry()
            self.wake(self.main)

    def hear(self):
        """Ask the host for Stop: it may have cut a wait short, or have been met already."""
        if host.interrupted():
            self.interrupt()

    def meet_doom(self):
        """Do to the current thread what another has decided for it."""
        me = self.current
        doom = me.doom
        if not isinstance(doom, Killed):
            me.doom = None  # said once; only the end of the program is said at every wait
        if isinstance(doom, BaseException):
            raise doom
        doom()

    def freeze(self):
        """Let no thread but the current one run any more: the program is over."""
        self.closing = True
        for thread in self.threads:
            if thread is not self.current:
                thread.state = DONE
        self.ready.clear()
        self.timers.clear()

    def unwind(self):
        """Unwind every thread but the current one; return those that would not go."""
        self.closing = True
        me = self.current
        for thread in self.threads:
            if thread is not me:
                thread.doom = Killed()
                self.wake(thread)
        for _ in range(100):
            if len(self.threads) == 1:
                break
            self.give_way()
        return [thread for thread in self.threads if thread is not me]

    def _dispatch(self, me):
        """Find who runs next, let time pass until somebody can, and switch there."""
        if self.ready and self.outside is not None:
            self.outside.look()
        if self.watchers:
            self.look_at_files()
        while True:
            self.fire_timers()
            if self.ready:
                break
            self._idle()
        ready = self.ready
        self._transfer(me, ready[0] if len(ready) == 1 else self.choose())

    def choose(self):
        """Who of those that are ready goes next: the main thread where something is due to it."""
        ready = self.ready
        if len(ready) == 1:
            return ready[0]
        if self.main.doom is not None and self.main.state is READY:
            return self.main
        return self.policy.choose(ready, None)

    def _idle(self):
        """Nobody can run: wait for a process or the next timer, or call it a deadlock."""
        timers = self.timers
        while timers and (timers[0][2].wait != timers[0][3] or timers[0][2].state is not BLOCKED):
            heappop(timers)
        outside = self.outside is not None and self.outside.waits()
        if self.trace is not None and (outside or timers):
            self.trace.idle()
        if outside:
            self.outside.wait(timers[0][0] if timers else None)
            self.hear()
        elif timers:
            self.clock.wait_until(timers[0][0])
            if not self.clock.is_virtual:
                self.hear()
        elif not self.ready:  # Stop can come here, and wake the main thread
            self.main.doom = self.on_deadlock(self)
            self.wake(self.main)

    def visit(self, errand):
        """Have every parked thread call `errand(thread, frame)` on its own stack, newest first.

        So its frames can be walked, which must not be done while it is parked.
        """
        me = self.current
        room = me.room
        room.value += RESERVE
        paused = self.clock.pause()
        try:
            for thread in reversed(self.threads):
                if thread is not me and thread.state in (READY, BLOCKED):
                    self.errand = told = _Errand(errand, me)
                    host.switch(me.ident, thread.ident)
                    if told.error is not None:
                        raise told.error
        finally:
            self.errand = None
            self.clock.go_on(paused)
            room.value -= RESERVE

    def _transfer(self, me, thread):
        before = thread.state
        self.ready.remove(thread)
        thread.state = RUNNING
        spent = self.stopped - self.resumed
        me.worked += spent
        self.worked += spent
        self.resumed = me.since  # where nobody else's turn begins: it is ready since just now
        try:
            if self.trace is not None:
                self.trace.goes(thread)
            if thread is me:
                return
            self.switches += 1
            self.last_switch = self.resumed = self.clock.now()
            self.current = thread
            if me.state is DONE:
                host.resume(thread.ident)
            else:
                host.switch(me.ident, thread.ident)
        except BaseException:
            if thread.state is RUNNING:  # it has not begun
                self.current = me
                self.ready.append(thread)
                thread.state = before
            raise
        while self.errand is not None:  # it is not this thread's turn: another one visits it
            errand, self.errand = self.errand, None
            try:
                errand.function(me, sys._getframe())
            except BaseException as error:
                errand.error = error  # the visitor's
            self.insist(host.switch, me.ident, errand.visitor.ident)

    def run_thread(self):
        """Run the current thread, new on a stack of its own."""
        me = self.current
        self.clock.go_on(0, self.when_due())
        try:
            if me.doom is None:
                me.function()
        except Killed:
            pass
        finally:
            me.room.value += RESERVE
            self.clock.pause()
            self.insist(self.on_end, me)
            if self.trace is not None:
                self.insist(self.trace.ends)
            me.state = DONE
            me.since = self.stopped = self.clock.now()
            me.function = None
            self.threads.remove(me)
            for joiner in me.joiners:
                self.insist(self.wake, joiner)
            self.insist(self._dispatch, me)

    def insist(self, function, *arguments):
        """Do what must be done for the others to go on, with kept memory where none is left."""
        try:
            function(*arguments)
        except MemoryError:
            self._kept = None
            function(*arguments)
            with suppress(MemoryError):
                self._kept = bytes(_KEPT)

    def _locate(self, frame):
        """Find the program's line that leads to `frame`, and the library call in between.

        Asked before the thread is parked: the frames of a parked stack must not be walked.
        """
        through = None
        while frame is not None:
            code = frame.f_code
            if self.is_own(code.co_filename):
                return (code.co_filename, frame.f_lineno), through
            if code.co_qualname == "Thread.run":  # whose target is a function of the library
                return None, through
            if not code.co_filename.startswith(NAMELESS):
                through = code.co_qualname
            frame = frame.f_back
        return None, None
