"""Checks of “Only the last of many”."""

import threading
import time

from lab.grading import check, expect, explore, join_all, nothing_left_behind, require, slow


class Log:
    """The calls, and when they were made."""

    def __init__(self):
        self.begun = time.monotonic()
        self.calls = []

    def __call__(self, *arguments):
        self.calls.append((round(time.monotonic() - self.begun, 1), arguments))


@check(points=2)
def once_when_it_is_quiet(answer):
    """Ten triggers a second apart are one call, with the last arguments, a delay after the last."""
    log = Log()
    with nothing_left_behind():
        debounce = answer.Debounce(5, log)
        for number in range(10):
            debounce.trigger("saved", number)
            time.sleep(1)
        time.sleep(30)
    expect(
        log.calls,
        [(14.0, ("saved", 9))],
        "(seconds, arguments) of the calls of ten triggers a second apart, with a delay of 5 s",
    )


@check(points=1)
def a_call_a_burst(answer):
    """Two bursts are two calls."""
    log = Log()
    with nothing_left_behind():
        debounce = answer.Debounce(1, log)
        for burst in "ab":
            for _ in range(3):
                debounce.trigger(burst)
            time.sleep(10)
    expect(
        log.calls,
        [(1.0, ("a",)), (11.0, ("b",))],
        "(seconds, arguments) of the calls of two bursts 10 s apart, with a delay of 1 s",
    )


@check(points=2)
def can_be_cancelled(answer):
    """cancel() drops what is waiting; a later trigger works again."""
    log = Log()
    with nothing_left_behind():
        debounce = answer.Debounce(2, log)
        debounce.cancel()
        debounce.trigger(1)
        time.sleep(1)
        debounce.cancel()
        time.sleep(10)
        debounce.trigger(2)
        time.sleep(10)
    expect(
        log.calls,
        [(13.0, (2,))],
        "(seconds, arguments) of the calls after a trigger that was cancelled and one that was not",
    )


@check(points=1)
def leaves_no_thread(answer):
    """Triggers that are void leave no thread waiting."""
    debounce = answer.Debounce(1000, print)
    before = threading.active_count()
    for _ in range(20):
        debounce.trigger()
    time.sleep(1)
    waiting = threading.active_count() - before
    debounce.cancel()
    time.sleep(1)
    expect(
        (waiting <= 1, threading.active_count() - before),
        (True, 0),
        "(at most one thread waits, threads after cancel()) with 20 triggers",
    )


@check(points=1)
def may_trigger_itself(answer):
    """The function may trigger again."""
    calls = []

    def function(left):
        calls.append(left)
        if left:
            debounce.trigger(left - 1)

    debounce = answer.Debounce(1, function)
    with nothing_left_behind():
        debounce.trigger(2)
        time.sleep(10)
    expect(calls, [2, 1, 0], "the calls of a function that triggers itself twice more")


@check(points=2)
def too_late_to_be_cancelled(answer):
    """A timer that has begun to fire when it becomes void calls nothing any more."""
    for what in ("trigger('new')", "cancel()"):
        log = Log()
        debounce = answer.Debounce(1, log)
        debounce.trigger("old")
        with slow(threading.Timer, "function", seconds=1):
            time.sleep(1.5)  # a Timer fires at 1 s, and takes another to get at its function
        debounce.trigger("new") if "new" in what else debounce.cancel()
        time.sleep(10)
        late = [at for at, arguments in log.calls if arguments == ("old",) and at > 1.5]
        require(
            not late,
            f"After trigger('old') and, 1.5 s later, {what}, the function was called with 'old' at {late} s.",
            events=[
                (at, "function", f"called with {arguments[0]!r}") for at, arguments in log.calls
            ],
        )


@check(points=3)
def right_in_every_schedule(answer):
    """Two threads that trigger at once, and a cancel just when the timer fires: one call at most."""

    def together(answer):
        calls = []
        debounce = answer.Debounce(1, calls.append)
        join_all(lambda: debounce.trigger("a"), lambda: debounce.trigger("b"))
        time.sleep(5)
        expect(len(calls), 1, "the calls after two threads triggered at once")

    def just_then(answer):
        calls = []
        debounce = answer.Debounce(1, calls.append)
        debounce.trigger("old")

        def cancel():
            time.sleep(1)
            before = len(calls)
            debounce.cancel()
            time.sleep(5)
            return len(calls) - before

        (late,) = join_all(cancel)
        expect(late in (0, 1) and len(calls) <= 1, True, "one call at most of one trigger")

    explore(together, schedules=250)
    explore(just_then, schedules=50)
