"""Checks of “The first good answer”."""

import time

from lab.grading import InFlight, check, elapsed, expect, nothing_left_behind, raises, require


def mirror(seconds, value=None, error=None, seen=None, meter=None):
    """A mirror that answers or fails after so long, unless it is told to stop."""

    def ask(over):
        if meter is not None:
            with meter:
                over.wait(seconds)
        else:
            over.wait(seconds)
        if over.is_set():
            if seen is not None:
                seen.append(seconds)
            raise ConnectionAbortedError
        if error is not None:
            raise error
        return value

    return ask


@check(points=2)
def the_fastest_answers(answer):
    """The first value is returned as soon as it is there."""
    with nothing_left_behind():
        with elapsed() as took:
            got = answer.first_good([mirror(9, "c"), mirror(1, "a"), mirror(5, "b")], 60)
    expect(got, "a", "first_good of mirrors that take 9, 1 and 5 s")
    require(
        took.seconds < 1.1, f"The fastest mirror takes 1 s; first_good took {took.seconds:.1f} s."
    )
    expect(
        answer.first_good([mirror(1, None), mirror(2, 0)], 60),
        None,
        "first_good where the first value is None",
    )


@check(points=2)
def waits_for_nobody(answer):
    """It returns, or raises, without waiting for mirrors that look at the Event only now and then."""

    def seldom_looks(over):
        while not over.is_set():
            time.sleep(20)

    with nothing_left_behind():
        with elapsed() as took:
            answer.first_good([seldom_looks, mirror(1, "a")], 60)
        require(
            took.seconds < 1.1,
            f"The first value was there after 1 s; first_good took {took.seconds:.1f} s.",
        )
        with elapsed() as took:
            with raises(TimeoutError, "first_good with a timeout of 5 s and no value by then"):
                answer.first_good([seldom_looks, mirror(100, "a")], 5)
        require(took.seconds < 5.1, f"With a timeout of 5 s it took {took.seconds:.1f} s.")
        time.sleep(60)


@check(points=2)
def an_error_is_no_answer(answer):
    """Mirrors that fail first are passed over."""
    with nothing_left_behind():
        got = answer.first_good(
            [mirror(1, error=OSError("down")), mirror(3, "late"), mirror(2, error=OSError("down"))],
            60,
        )
    expect(got, "late", "first_good where two fail after 1 and 2 s and one answers after 3 s")


@check(points=2)
def tells_the_others(answer):
    """The others are told to stop, and stop."""
    seen, meter = [], InFlight()
    with nothing_left_behind():
        answer.first_good(
            [
                mirror(100, seen=seen, meter=meter),
                mirror(1, "a", meter=meter),
                mirror(200, seen=seen, meter=meter),
            ],
            500,
        )
        time.sleep(0.5)
        expect(
            sorted(seen),
            [100, 200],
            "the mirrors that had seen the Event half a second after the first answer",
        )
    expect(meter.most, 3, "the mirrors asked at the same time")


@check(points=2)
def all_fail(answer):
    """If all fail, their errors come as an ExceptionGroup."""
    with nothing_left_behind():
        with raises(ExceptionGroup, "first_good where all mirrors fail") as caught:
            answer.first_good([mirror(1, error=OSError("a")), mirror(2, error=KeyError("b"))], 60)
    kinds = sorted(type(error).__name__ for error in caught.error.exceptions)
    expect(kinds, ["KeyError", "OSError"], "the kinds of the errors in the group")


@check(points=2)
def time_is_up(answer):
    """After the timeout: TimeoutError at once, and the mirrors are told to stop."""
    seen = []
    with nothing_left_behind():
        with elapsed() as took:
            with raises(
                TimeoutError, "first_good with a timeout of 5 s and mirrors that take longer"
            ):
                answer.first_good([mirror(100, "a", seen=seen), mirror(1, error=OSError("b"))], 5)
        require(took.seconds < 5.1, f"With a timeout of 5 s it took {took.seconds:.1f} s.")
        time.sleep(0.5)
        expect(
            seen, [100], "the mirrors that had seen the Event half a second after the time was up"
        )
