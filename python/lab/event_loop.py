"""asyncio's event loop on a green thread: where a selector would wait for sockets, it is parked."""

import asyncio
import selectors
from asyncio import base_events, events

from . import host, scheduler


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
        self._called = True
        if self._parked is not None:
            scheduler.run.wake(self._parked)


class EventLoop(base_events.BaseEventLoop):
    """CPython's own event loop, parked instead of blocked; there are no sockets here."""

    def __init__(self):
        super().__init__()
        self._selector = _Selector()
        self._clock_resolution = 1e-6

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        self._selector.wake()


class _Policy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = EventLoop


def install():
    """Give `asyncio.run` and its kin this loop, and keep the host's own dealings out of it."""
    asyncio.EventLoop = asyncio.SelectorEventLoop = EventLoop
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
    asyncio.get_event_loop = unless_parking_get_event_loop
    asyncio._set_running_loop = unless_parking_set_running_loop
