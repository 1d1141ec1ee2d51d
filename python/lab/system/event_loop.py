"""asyncio's event loop on a green thread: where a selector would wait for sockets, it is parked."""

import asyncio
import queue
import selectors
import signal
from asyncio import base_events, events

from .. import host
from ..disguise.built_in import built_in, name_in_messages, put
from ..threads import scheduler
from . import refusals


class _Selector(selectors._BaseSelectorImpl):
    """Has no files to watch: `select` parks the thread until its time or until `wake`."""

    def __init__(self):
        super().__init__()
        self._parked = None  # the thread in `select`
        self._called = False  # `wake` came while nobody was parked

    def select(self, timeout=None):
        """Wait; there is never anything to read."""
        run = scheduler.run
        if self._called:
            self._called = False
        elif timeout is not None and timeout <= 0:
            run.give_way()
        else:
            self._parked = run.current
            try:
                run.block(self, None if timeout is None else run.clock.now() + timeout)
            finally:
                self._parked = None
                self._called = False
        return []

    def wake(self):
        """End the current `select`, or the next one at once."""
        room = scheduler.run.current.room
        room.value += scheduler.RESERVE
        try:
            if self._parked is not None:
                scheduler.run.wake(self._parked)
            self._called = True
        finally:
            room.value -= scheduler.RESERVE


class EventLoop(base_events.BaseEventLoop):
    """CPython's own event loop, parked instead of blocked; there are no sockets here."""

    def __init__(self):
        super().__init__()
        self._selector = _Selector()
        self._clock_resolution = 1e-6
        self._signal_handlers = {}

    def _process_events(self, event_list):
        pass

    def add_signal_handler(self, sig, callback, *args):
        """Have the loop call `callback` when a signal has come."""
        handle = events.Handle(callback, args, self)
        signal.signal(sig, lambda *_: self._handle_signal(sig))
        self._signal_handlers[sig] = handle

    def _handle_signal(self, sig):
        handle = self._signal_handlers.get(sig)
        if handle is not None and not handle._cancelled:
            self._add_callback(handle)
            self._write_to_self()

    def remove_signal_handler(self, sig):
        """Leave a signal to its default; return whether it had a handler."""
        if self._signal_handlers.pop(sig, None) is None:
            return False
        signal.signal(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
        return True

    def close(self):
        """Close the loop; signals are no longer its own."""
        super().close()
        for sig in list(self._signal_handlers):
            self.remove_signal_handler(sig)

    def _write_to_self(self):
        self._selector.wake()


class _Policy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = EventLoop


def install():
    """Give `asyncio.run` and its kin this loop, and keep the host's own dealings out of it."""
    asyncio.EventLoop = asyncio.SelectorEventLoop = EventLoop
    refusals.refuse_in(EventLoop)
    asyncio.unix_events._DefaultEventLoopPolicy = _Policy
    events._set_event_loop_policy(_Policy())
    get_event_loop, set_running_loop = asyncio.get_event_loop, asyncio._set_running_loop

    # Pyodide calls these two while it parks a stack, when the current thread may be the next.
    def unless_parking_get_event_loop():
        return None if host.parking else get_event_loop()

    def unless_parking_set_running_loop(loop):
        if not host.parking:
            set_running_loop(loop)

    unless_parking_get_event_loop.__name__ = "get_event_loop"
    unless_parking_set_running_loop.__name__ = "_set_running_loop"
    put(asyncio, unless_parking_get_event_loop, unless_parking_set_running_loop)
    _name_as_in_c()


def _name_as_in_c():
    """Have classes and functions that CPython has in C bear the names that they have there."""
    EventLoop.__module__ = "asyncio.unix_events"
    EventLoop.__name__ = EventLoop.__qualname__ = "_UnixSelectorEventLoop"
    for kind in (asyncio.Future, asyncio.Task):
        kind.__module__ = "_asyncio"
        name_in_messages(kind, f"_asyncio.{kind.__name__}")
    queue.SimpleQueue.__name__ = queue.SimpleQueue.__qualname__ = "SimpleQueue"
    name_in_messages(queue.SimpleQueue, "_queue.SimpleQueue")
    queue.SimpleQueue.__module__ = queue.Empty.__module__ = "_queue"
    # The library itself goes on with the plain functions, which take less time.
    for name in ("all_tasks", "current_task", "get_running_loop", "_get_running_loop"):
        setattr(asyncio, name, built_in(getattr(asyncio, name), "_asyncio"))
