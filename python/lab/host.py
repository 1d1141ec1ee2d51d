"""The one bridge to JavaScript: no other module of this package touches it.

The host hands over an object with these methods. Promises are waited for by parking the running
stack (JavaScript Promise Integration):

`started()`         the first statement of the program is about to run
`ask(prompt)`       `{promise}` of one line, without its end, or of null for end of file
`wait(seconds)`     `{promise}` kept after so many seconds
`echo(text)`        shows text that the program did not write, as a terminal does
`interrupted()`     whether Stop has come and the main thread has not met it yet
`meetInterrupt()`   it meets it now; `stopped()` whether it has
`flush()`           sends on what was written
`call(ticket, patient, call, bytes)` asks the kernel of processes (runtime/border/calls.ts)
`arrivals()`        what has come from there, as JSON; `takeBytes(ticket)` the bytes beside it
`arrival(seconds)`  a promise kept when something has come, or after so many seconds
`turn()`            a promise kept when what is under way has come
`shareTime(seconds)` lets every clock go on from there with real time, for all processes
`cores`             how many the machine has
`position(json)`    `{promise}` of the next command for a program that is played, or of null
`progress(count)`   so many schedules have been run
`graded(event)`     what happened while an answer is graded, as JSON
`trace(events)`     so many events of the trace, as JSON
`look(space)`       prepares to show objects; `space` is the address of the program's names
`show(kind, line, thread, frames)` the program is at a line: its frames are JSON; true to go on
`unlook()`          the last of it was shown
`found(finding)`    what a look at the memory has found, as JSON
`now()`             seconds of real time
`keepTime(address, virtual)` counts the interpreter's looks by three doubles at that address (see
                    `threads/clock.py`), and answers every clock from them where it is virtual;
                    returns the address of an int, the looks that are left
`enter(function)`   the first frame of every new thread
`beginStack()`      prepares the running stack; returns the address of an int, the calls left before
                    a RecursionError, or 0 where that is not known
`switchTo(me, ident)` lets a thread run; a promise of the moment when thread `me` may go on
`stay(me)`          takes that back: thread `me` could not be parked
`drawLots(seed)`    lets the machine's random numbers follow from a seed; null: from nothing
`resume(ident)`     lets a thread run, for one that has ended
"""

import json
from _ctypes import _SimpleCData
from array import array
from types import SimpleNamespace

from pyodide.ffi import can_run_sync, create_proxy, run_sync, to_js

_bridge = None
_switch_to = None
main_room = SimpleNamespace(value=0)  # of the stack that a program begins on
parking = False  # inside `_park`, where Pyodide asks asyncio for the page's event loop


def connect(bridge, enter):
    """Take the host's object; `enter()` is called first on the stack of every new thread."""
    global _bridge, _switch_to, main_room
    _bridge = bridge
    _switch_to = bridge.switchTo
    main_room = begin_stack()
    bridge.enter(create_proxy(enter))


def begin_stack():
    """Prepare the running stack; `value` of what it returns: calls left until a RecursionError."""
    address = _bridge.beginStack()
    return _Int.from_address(address) if address else SimpleNamespace(value=0)


def started():
    """Tell the host that the program's first statement is about to run."""
    _bridge.started()


def can_wait():
    """Whether the running stack can be parked here."""
    return can_run_sync()


def _park(promise):
    """Park the running stack until the promise is kept; return what it holds."""
    global parking
    parking = True
    try:
        return run_sync(promise)
    finally:
        parking = False


def ask(prompt):
    """Ask for a line; return it without its end, or None for end of file."""
    line = _park(_bridge.ask(prompt).promise)
    return line if isinstance(line, str) else None


def position(text):
    """Tell where a program that is played stands; return the next command, or None for the end."""
    command = _park(_bridge.position(text).promise)
    return command if isinstance(command, str) else None


def echo(text):
    """Show text that the program did not write."""
    _bridge.echo(text)


def interrupted():
    """Whether Stop has come, which the main thread has not met yet."""
    return _bridge.interrupted()


def meet_interrupt():
    """Tell that the main thread meets it now."""
    _bridge.meetInterrupt()


def stopped():
    """Whether the main thread has met Stop."""
    return _bridge.stopped()


def flush():
    """Send on what was written so far."""
    _bridge.flush()


def progress(count):
    """Tell the host how many schedules have been run."""
    _bridge.progress(count)


def graded(event):
    """Tell the host how far the grading of an answer is, as JSON."""
    _bridge.graded(event)


def trace(events):
    """Tell the host what happened: an array of events as JSON."""
    _bridge.trace(events)


def look(space):
    """Prepare to show objects from the names in the dict at address `space` on."""
    return _bridge.look(space)


def show(kind, line, thread, frames):
    """Let the host read the objects of `frames`, JSON; return whether it wants to be shown more."""
    return _bridge.show(kind, line, thread, frames)


def unlook():
    """Tell the host that the last was shown."""
    _bridge.unlook()


def found(finding):
    """Tell the host what a look at the memory has found, as JSON."""
    _bridge.found(finding)


def note_requests(cell, mimalloc):
    """Note what is asked of the allocator while the int at address `cell`, a line, is not 0.

    With `mimalloc` new blocks come from it. Return whether it can be done.
    """
    return _bridge.noteRequests(cell, mimalloc)


def requests():
    """What was noted, and if there is more.

    Six doubles are a request (`runtime/memory/requests/requests.ts`).
    """
    return _bridge.requests().to_bytes(), _bridge.requestsAreCut()


def memory():
    """Bytes that the interpreter has taken from its host."""
    return _bridge.memory()


def now():
    """Seconds of real time, from some moment in the past."""
    return _bridge.now()


def wait(seconds):
    """Park the running stack for so many seconds of real time."""
    _bridge.flush()
    _park(_bridge.wait(seconds).promise)


class _Int(_SimpleCData):
    _type_ = "i"


def keep_time(virtual):
    """Let the host count looks, and answer every clock where time is virtual.

    Return what it shares: three doubles, see `threads/clock.py`, and an int in `value`, the looks
    that are left until it is asked again.
    """
    cell = array("d", [0.0, 0.0, 0.0])
    if _bridge is None:
        return cell, SimpleNamespace(value=0)
    return cell, _Int.from_address(_bridge.keepTime(cell.buffer_info()[0], virtual))


def call(ticket, patient, call, data):
    """Ask the kernel; `call` is a list for JSON, `data` None or a buffer of bytes beside it."""
    _bridge.call(ticket, patient, json.dumps(call), None if data is None else to_js(data))


def arrivals():
    """What has come from the kernel: a list of `[ticket, value, whether bytes came with it]`."""
    text = _bridge.arrivals()
    return json.loads(text) if text else ()


def take_bytes(ticket):
    """The bytes that came with an answer."""
    return _bridge.takeBytes(ticket).to_bytes()


def arrival(seconds):
    """Park the running stack until something has come, at most so many seconds; None for ever."""
    _park(_bridge.arrival(seconds))


def turn():
    """Park the running stack for a moment, so that what is under way can come."""
    _park(_bridge.turn())


def draw_lots(seed):
    """Let the machine's random numbers (`os.urandom`) follow from `seed`, an int; None: not."""
    _bridge.drawLots(None if seed is None else seed & 0x7FFFFFFF)


def share_time(seconds):
    """Let every clock go on from `seconds` with real time."""
    _bridge.shareTime(seconds)


def cores():
    """How many cores the machine has."""
    return _bridge.cores


def switch(me, ident):
    """Let thread `ident` run; return when thread `me` may go on."""
    global parking
    parking = True
    try:
        run_sync(_switch_to(me, ident))
    except BaseException:
        _bridge.stay(me)
        raise
    finally:
        parking = False


def resume(ident):
    """Let thread `ident` run; the stack that calls this ends."""
    _bridge.resume(ident)
