"""`time.sleep` and `asyncio` on a stack that is parked while it waits.

Nothing else of the program runs meanwhile: a sleep inside a coroutine blocks its event loop,
as it does on any CPython. (The interpreter's own event loop would let other tasks run.)
"""

import asyncio
import functools
import time
from asyncio import base_events, events

from . import host

_run = getattr(asyncio.run, "__wrapped__", asyncio.run)
_sleep = getattr(time.sleep, "__wrapped__", time.sleep)


@functools.wraps(_sleep)
def _parked_sleep(seconds, /):
    if not isinstance(seconds, (int, float)) or not seconds > 0 or not host.can_wait():
        return _sleep(seconds)
    host.wait(float(seconds))


class _Selector:
    """Waits for time alone: there are no sockets here."""

    def select(self, timeout):
        if timeout is None or timeout > 0:
            host.wait(timeout)
        return []


class EventLoop(base_events.BaseEventLoop):
    """CPython's own event loop, parked instead of blocked."""

    def __init__(self):
        super().__init__()
        self._selector = _Selector()

    def _process_events(self, event_list):
        pass

    def _write_to_self(self):
        pass


class _Policy(events._BaseDefaultEventLoopPolicy):
    _loop_factory = EventLoop


def install():
    """Give the program CPython's own `asyncio.run`, and a sleep that parks."""
    time.sleep = _parked_sleep
    asyncio.run = asyncio.runners.run = _run
    asyncio._set_running_loop(None)
    events._set_event_loop_policy(_Policy())
