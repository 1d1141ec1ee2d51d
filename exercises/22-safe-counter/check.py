"""Checks of “Make the counter safe”."""

from lab.grading import check, expect, explore, generated, join_all, raises


@check(points=1)
def counts_alone(answer):
    """One thread gets the total and the number of calls."""
    counter = answer.Counter()
    expect(counter.snapshot(), (0, 0), "snapshot() of a new counter")
    steps = [generated().randrange(2, 50) for _ in range(3)]
    for step in steps:
        counter.increment(step)
    counter.increment()
    what = f"snapshot() after increment of {steps} and once without a step"
    expect(counter.snapshot(), (sum(steps) + 1, 4), what)


@check(points=3)
def no_update_is_lost(answer):
    """Two threads that each increment once leave 2, in every schedule."""

    def scenario(answer):
        counter = answer.Counter()
        join_all(counter.increment, counter.increment)
        expect(counter.snapshot(), (2, 2), "snapshot() after two increments")

    explore(scenario)


@check(points=2)
def no_snapshot_is_torn(answer):
    """A snapshot beside an increment shows all of it, or nothing."""

    def scenario(answer):
        counter = answer.Counter()
        _, seen = join_all(lambda: counter.increment(5), counter.snapshot)
        expect(seen, (5, 1) if seen[0] else (0, 0), "snapshot() beside increment(5)")

    explore(scenario)


@check(points=1)
def a_bad_step_changes_nothing(answer):
    """A step that cannot be added raises TypeError; the counter stays usable."""
    counter = answer.Counter()
    counter.increment(3)
    with raises(TypeError, "increment('four')"):
        counter.increment("four")
    join_all(counter.increment)
    expect(counter.snapshot(), (4, 2), "snapshot() after increment of 3, 'four' and 1")


@check(points=1)
def counters_are_independent(answer):
    """Two counters do not share anything, a lock neither."""
    first, second = answer.Counter(), answer.Counter()

    used = []

    class Step(int):
        """A step that takes its time: whenever it is added, somebody uses the other counter."""

        def __radd__(self, total):
            used.append(total)
            join_all(second.increment)
            return Step(int(total) + int(self))

        __add__ = __radd__

    first.increment(Step(10))
    total, calls = first.snapshot()
    expect((int(total), calls), (10, 1), "snapshot() of the first counter")
    times = len(used)
    expect(
        second.snapshot(),
        (times, times),
        f"snapshot() of the second counter, incremented {times} times while the first was used,",
    )
