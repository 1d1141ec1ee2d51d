"""Checks of “Shut the pipeline down”."""

import threading
import time

from lab.grading import (
    InFlight,
    check,
    elapsed,
    expect,
    explore,
    nothing_left_behind,
    raises,
    require,
)


def slowly(items, seconds):
    """Items of a source that is slow."""
    for item in items:
        time.sleep(seconds)
        yield item


@check(points=2)
def every_item_once(answer):
    """Each item of every source is worked on exactly once, also when sources are slow."""
    with nothing_left_behind():
        got = answer.process([range(10), range(10, 20)], lambda n: n * 2, 3)
        expect(
            sorted(got),
            list(range(0, 40, 2)),
            "the sorted results of process([range(10), range(10, 20)], double, 3)",
        )
        with elapsed() as took:
            got = answer.process([slowly("ab", 1), slowly("cd", 5)], str.upper, 3)
        expect(
            sorted(got),
            ["A", "B", "C", "D"],
            "the sorted results with sources that take 1 s and 5 s for an item",
        )
        require(
            took.seconds < 11,
            f"Sources that take 2 s and 10 s took {took.seconds:.0f} s; with a producer each 10 s are enough.",
            numbers=[("seconds of process(…)", took.seconds, 11, "s", "less")],
        )
        expect(answer.process([[], []], str, 2), [], "process([[], []], str, 2)")


@check(points=2)
def all_have_ended(answer):
    """When it returns all its threads have ended, and one worker is enough for it to end."""
    before = threading.active_count()
    for workers in (1, 2, 5):
        answer.process([slowly("abc", 1), "de"], str.upper, workers)
        left = threading.active_count() - before
        require(
            left == 0,
            f"After process(…, workers={workers}) has returned {left} of its threads still run.",
        )


@check(points=2)
def an_error_stops_nobody(answer):
    """The other items are worked on, then the error is raised, and all threads have ended."""
    done = []

    def work(n):
        if n in (2, 5):
            raise LookupError(n)
        done.append(n)

    with nothing_left_behind():
        with raises(
            LookupError, "process([range(8)], work, 2), where work(2) and work(5) raise"
        ) as caught:
            answer.process([range(8)], work, 2)
    expect(
        sorted(done), [0, 1, 3, 4, 6, 7], "the items that were worked on although 2 and 5 failed"
    )
    require(
        caught.error.args == (2,),
        f"It raised the error of item {caught.error.args[0]}; the first was that of item 2.",
    )


@check(points=1)
def side_by_side(answer):
    """As many items at once as there are workers."""
    meter = InFlight()

    def work(n):
        with meter:
            time.sleep(1)

    answer.process([range(9)], work, 3)
    expect(meter.most, 3, "the items worked on at once by three workers")


@check(points=1)
def holds_producers_back(answer):
    """Producers are held back: 4 items lie in the queue, and one in the producer's hand."""
    given, taken, ahead = [0], [0], []

    def source():
        for number in range(30):
            given[0] += 1
            yield number

    def work(n):
        taken[0] += 1
        time.sleep(1)
        ahead.append(given[0] - taken[0])

    answer.process([source()], work, 1)
    most = max(ahead, default=0)
    require(
        most == 5,
        f"A source was {most} items ahead of one slow worker at most, expected 5: 4 in the queue and one in the producer's hand.",
        numbers=[("items ahead at most", most, 5, "", "equal")],
    )


@check(points=2)
def in_every_schedule(answer):
    """Two sources, two workers: right in two hundred schedules."""

    def scenario(answer):
        got = answer.process(["a", "b"], str.upper, 2)
        expect(sorted(got), ["A", "B"], 'the sorted results of process(["a", "b"], str.upper, 2)')

    explore(scenario, schedules=200, strategy="random")
