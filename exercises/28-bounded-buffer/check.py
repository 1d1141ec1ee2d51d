"""Checks of “A buffer with room for a few”."""

import ast
import threading
import time

from lab.grading import (
    check,
    expect,
    explore,
    forbids,
    join_all,
    raises,
    require,
    spurious_wakeups,
    tree,
)


def take(buffer, count):
    """So many items."""
    return [buffer.get() for _ in range(count)]


def waiting(function):
    """Call it in a thread that will have to wait; return the thread and where its outcome will be."""
    outcome = []

    def run():
        try:
            outcome.append(function())
        except (ValueError, EOFError) as error:
            outcome.append(type(error).__name__)

    thread = threading.Thread(target=run, name="waits", daemon=True)
    thread.start()
    time.sleep(1)
    return thread, outcome


@check(points=1)
def first_in_first_out(answer):
    """Items come out in the order in which they went in."""
    buffer = answer.Buffer(3)
    for item in "abc":
        buffer.put(item)
    expect(take(buffer, 3), ["a", "b", "c"], "three get() after put of a, b and c")


@check(points=2)
def waits_for_room(answer):
    """A full buffer makes put wait, an empty one get."""
    buffer = answer.Buffer(2)
    buffer.put(1)
    buffer.put(2)
    thread, outcome = waiting(lambda: buffer.put(3))
    expect(outcome, [], "what put(3) into a full buffer of 2 had returned after a second")
    expect(buffer.get(), 1, "get() from a buffer with 1 and 2")
    thread.join(1)
    require(not thread.is_alive(), "put(3) still waits a second after there is room.")
    expect(take(buffer, 2), [2, 3], "two more get()")
    thread, outcome = waiting(buffer.get)
    expect(outcome, [], "what get() from an empty buffer had returned after a second")
    buffer.put(4)
    thread.join(1)
    expect(outcome, [4], "what get() returned once 4 was put")


@check(points=2)
def closes(answer):
    """close() ends all waiting; what is left can still be taken."""
    buffer = answer.Buffer(2)
    buffer.put(1)
    buffer.put(2)
    thread, outcome = waiting(lambda: buffer.put(3))
    buffer.close()
    buffer.close()
    thread.join(1)
    expect(outcome, ["ValueError"], "how a put(3) that waited ended when the buffer was closed")
    expect(take(buffer, 2), [1, 2], "what was left after close()")
    with raises(EOFError, "get() from a closed, empty buffer"):
        buffer.get()
    with raises(ValueError, "put(4) into a closed buffer with room"):
        buffer.put(4)
    empty = answer.Buffer(1)
    threads = [waiting(empty.get) for _ in range(2)]
    empty.close()
    for thread, outcome in threads:
        thread.join(1)
        expect(outcome, ["EOFError"], "how a get() that waited ended when the buffer was closed")


@check(points=2)
def wakes_up_for_nothing(answer):
    """It is right also when a condition wakes up for nothing."""

    def run():
        buffer = answer.Buffer(1)

        def produce():
            time.sleep(1)
            for item in range(3):
                buffer.put(item)

        got, _ = join_all(lambda: take(buffer, 3), produce)
        return got

    with spurious_wakeups():
        expect(run(), [0, 1, 2], "three get() beside three put(), with wake-ups for nothing")


@check(points=3)
def nobody_is_forgotten(answer):
    """Producers and consumers that share one place: right in every schedule."""

    def pairs(answer):
        buffer = answer.Buffer(1)
        got = join_all(
            buffer.get,
            buffer.get,
            lambda: buffer.put("a"),
            lambda: buffer.put("b"),
        )
        expect(sorted(got[:2]), ["a", "b"], "what two get() and two put() through one place gave")

    def closing(answer):
        buffer = answer.Buffer(1)

        def consume():
            try:
                return buffer.get()
            except EOFError:
                return "end"

        expect(join_all(consume, buffer.close)[0], "end", "get() beside close()")

    explore(closing, schedules=150)
    explore(pairs, schedules=300, strategy="random")


def is_none(node):
    """Whether this part of the syntax is None, which is no timeout."""
    return isinstance(node, ast.Constant) and node.value is None


@check(points=1)
def does_not_poll(answer):
    """Waiting costs nothing."""
    forbids(answer, "time.sleep", "A condition wakes up who waits.")
    for call in (node for node in ast.walk(tree(answer)) if isinstance(node, ast.Call)):
        name = getattr(call.func, "attr", None)
        timeouts = call.args[name == "wait_for" :] + [
            keyword.value for keyword in call.keywords if keyword.arg == "timeout"
        ]
        require(
            name not in ("wait", "wait_for") or all(map(is_none, timeouts)),
            f"Line {call.lineno} waits with a timeout: it wakes up though nothing has changed.",
        )
    buffer = answer.Buffer(1)
    thread, _ = waiting(buffer.get)
    time.sleep(300)
    buffer.put(1)
    thread.join(1)
    require(not thread.is_alive(), "get() still waits a second after 1 was put.")
