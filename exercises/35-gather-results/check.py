"""Checks of “Every result, every error”."""

import time

from lab.grading import InFlight, check, elapsed, expect, nothing_left_behind, raises, require


def told(results):
    """The results with the name of an error's class instead of the error."""
    return [(kind, type(value).__name__ if kind == "error" else value) for kind, value in results]


@check(points=1)
def keeps_the_order(answer):
    """Results come in the order of the items, whoever is done first."""

    def job(seconds):
        time.sleep(seconds)
        return seconds * 10

    expect(
        answer.run_all(job, [3, 1, 2], 3),
        [("ok", 30), ("ok", 10), ("ok", 20)],
        "run_all(job, [3, 1, 2], 3)",
    )
    expect(answer.run_all(job, [], 2), [], "run_all(job, [], 2)")


@check(points=2)
def keeps_every_error(answer):
    """An error is a result like any other, and spoils none of them."""
    results = answer.run_all(lambda n: 6 // n, [1, 0, 2, 0, 3], 2)
    expected = [
        ("ok", 6),
        ("error", "ZeroDivisionError"),
        ("ok", 3),
        ("error", "ZeroDivisionError"),
        ("ok", 2),
    ]
    expect(
        told(results),
        expected,
        "run_all(lambda n: 6 // n, [1, 0, 2, 0, 3], 2), with the names of the errors",
    )
    require(
        isinstance(results[1][1], ZeroDivisionError),
        "The second of an error's pair is not the exception itself.",
    )


@check(points=2)
def works_side_by_side(answer):
    """As many calls at once as there are workers, and not one more."""
    meter = InFlight()

    def job(number):
        with meter:
            time.sleep(1)

    with nothing_left_behind(), elapsed() as took:
        answer.run_all(job, range(6), 3)
    expect(meter.most, 3, "the most calls at once with three workers")
    require(
        took.seconds < 3,
        f"Six jobs of 1 s with three workers took {took.seconds:.1f} s, expected 2.",
    )


@check(points=2)
def passes_an_interrupt_on(answer):
    """KeyboardInterrupt in a job is raised, and is no result."""

    def job(number):
        if number == 2:
            raise KeyboardInterrupt
        return number

    with raises(KeyboardInterrupt, "run_all with a job that raises KeyboardInterrupt"):
        answer.run_all(job, [1, 2, 3], 2)
