"""The one bridge to JavaScript: no other module of this package touches it.

The host hands over an object with these methods. A promise comes inside an object,
`{promise}`, since calling a function that returns one wants an event loop; it is waited
for by parking the running stack (JavaScript Promise Integration):

`started()`       the first statement of the program is about to run
`ask(prompt)`     a promise of one line, without its end, or of null for end of file
`wait(seconds)`   a promise that is kept after so many seconds
`forever()`       a promise that is never kept
`echo(text)`      shows text that the program did not write, as a terminal does
`flush()`         sends on what was written
"""

import asyncio

from pyodide.ffi import can_run_sync, run_sync

_bridge = None
_page_loop = asyncio.get_event_loop()


def connect(bridge):
    """Take the host's object; nothing else here works before that."""
    global _bridge
    _bridge = bridge


def started():
    """Tell the host that the program's first statement is about to run."""
    _bridge.started()


def can_wait():
    """Whether the running stack can be parked here."""
    return can_run_sync()


def _park(promise):
    """Park the running stack until the promise is kept; return what it holds.

    Meanwhile the running event loop is the page's, which Pyodide asks `asyncio` for.
    """
    running = asyncio._get_running_loop()
    asyncio._set_running_loop(_page_loop)
    try:
        return run_sync(promise)
    finally:
        asyncio._set_running_loop(running)


def ask(prompt):
    """Ask for a line; return it without its end, or None for end of file."""
    line = _park(_bridge.ask(prompt).promise)
    return line if isinstance(line, str) else None


def echo(text):
    """Show text that the program did not write."""
    _bridge.echo(text)


def flush():
    """Send on what was written so far."""
    _bridge.flush()


def wait(seconds):
    """Park the running stack for so many seconds, or for ever with None."""
    _bridge.flush()
    pause = _bridge.forever() if seconds is None else _bridge.wait(seconds)
    _park(pause.promise)
