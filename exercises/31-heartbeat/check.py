"""Checks of “A heart that stops at once”."""

import threading
import time

from lab.grading import check, elapsed, expect, nothing_left_behind, require


@check(points=2)
def beats_in_time(answer):
    """With an interval of 10 s it beats three times in 35 s, first after 10 s."""
    times = []
    begun = time.monotonic()
    with nothing_left_behind():
        heart = answer.Heartbeat(10, lambda: times.append(round(time.monotonic() - begun)))
        heart.start()
        time.sleep(35)
        heart.stop()
        time.sleep(100)
    expect(times, [10, 20, 30], "the seconds at which Heartbeat(10, beat) beat, stopped after 35 s")


@check(points=3)
def stops_at_once(answer):
    """stop() ends the thread within 50 ms, even in a long interval."""
    before = threading.active_count()
    heart = answer.Heartbeat(3600, lambda: None)
    heart.start()
    time.sleep(5)
    with elapsed() as took:
        heart.stop()
    expect(
        threading.active_count() - before, 0, "the threads of the heart when stop() has returned"
    )
    require(
        took.seconds < 0.05,
        f"stop() took {took.seconds:.2f} s with an interval of an hour.",
        numbers=[("seconds until stop() returned", round(took.seconds, 3), 0.05, "s", "less")],
    )
    heart = answer.Heartbeat(1, lambda: time.sleep(3))
    heart.start()
    time.sleep(2)
    heart.stop()
    expect(
        threading.active_count() - before,
        0,
        "the threads of the heart when stop() has returned, called in the middle of a long beat",
    )


@check(points=1)
def stops_twice(answer):
    """stop() twice, or before start(), does nothing."""
    times = []
    with nothing_left_behind():
        heart = answer.Heartbeat(1, lambda: times.append(1))
        heart.stop()
        heart.start()
        time.sleep(2.5)
        heart.stop()
        heart.stop()
    expect(
        len(times),
        2,
        "the beats in 2.5 s of Heartbeat(1, beat) that was stopped before it was started",
    )


@check(points=2)
def starts_again(answer):
    """After stop() it can be started again, and beats once an interval."""
    times = []
    with nothing_left_behind():
        heart = answer.Heartbeat(1, lambda: times.append(1))
        for _ in range(3):
            heart.start()
            time.sleep(2.5)
            heart.stop()
            time.sleep(10)
    expect(len(times), 6, "the beats of Heartbeat(1, beat), started three times for 2.5 s")


@check(points=2)
def survives_an_error(answer):
    """An error in beat is kept in errors, and the heart goes on."""
    count = [0]

    def beat():
        count[0] += 1
        if count[0] == 2:
            raise LookupError("second")

    with nothing_left_behind():
        heart = answer.Heartbeat(1, beat)
        heart.start()
        time.sleep(4.5)
        heart.stop()
    expect(count[0], 4, "the beats in 4.5 s, the second of which raised")
    expect(
        [type(error).__name__ for error in heart.errors],
        ["LookupError"],
        "the kinds of the errors in heart.errors",
    )
