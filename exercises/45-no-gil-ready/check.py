"""Checks of “Ready for no GIL”."""

from lab.grading import check, expect, explore, forbids, join_all, nothing_left_behind, require


@check(points=1)
def counts(answer):
    """Counts, numbers, snapshots and reports, one after another."""
    reports = []
    stats = answer.Stats(reports.append)
    stats.add("a")
    stats.add("a", 4)
    stats.add_both("a", "b")
    snapshot = stats.snapshot()
    expect(
        snapshot, {"a": 6, "b": 1}, "snapshot() after add('a'), add('a', 4) and add_both('a', 'b')"
    )
    stats.add("a")
    expect(snapshot["a"], 6, "what the snapshot of before says of 'a' after one more add('a')")
    expect([stats.next_number() for _ in range(3)], [0, 1, 2], "three next_number()")
    stats.flush()
    stats.add("c")
    stats.flush()
    expect(
        [dict(report) for report in reports],
        [{"a": 7, "b": 1}, {"c": 1}],
        "what was reported by two flush()",
    )


@check(points=2)
def no_event_is_lost(answer):
    """Two threads that add: nothing is lost, in every schedule."""

    def scenario(answer):
        stats = answer.Stats(print)
        join_all(lambda: stats.add("a"), lambda: stats.add("a", 2))
        expect(stats.snapshot(), {"a": 3}, "snapshot() after add('a') and add('a', 2) at once")

    explore(scenario, schedules=200)


@check(points=2)
def both_or_none(answer):
    """No snapshot has one of a pair without the other, in every schedule."""

    def scenario(answer):
        stats = answer.Stats(print)
        _, seen = join_all(lambda: stats.add_both("a", "b"), stats.snapshot)
        require(
            seen.get("a", 0) == seen.get("b", 0), f"A snapshot beside add_both('a', 'b') is {seen}."
        )

    explore(scenario, schedules=200)


@check(points=2)
def no_number_twice(answer):
    """Two threads get two numbers, in every schedule."""

    def scenario(answer):
        stats = answer.Stats(print)
        expect(
            sorted(join_all(stats.next_number, stats.next_number)),
            [0, 1],
            "two next_number() at once",
        )

    explore(scenario, schedules=200)


@check(points=3)
def reported_once(answer):
    """Adding beside a flush: each event is reported exactly once, in every schedule."""

    def scenario(answer):
        reported = {}

        def report(counts):
            for kind, n in dict(counts).items():
                reported[kind] = reported.get(kind, 0) + n

        stats = answer.Stats(report)
        stats.add("a")
        join_all(lambda: stats.add("a", 10), stats.flush)
        stats.flush()
        expect(reported, {"a": 11}, "what two flush() reported, the first beside add('a', 10)")

    explore(scenario, schedules=250)


@check(points=2)
def reports_without_a_lock(answer):
    """While it reports, others can add, and so can the report itself."""
    seen = []

    def report(counts):
        seen.append(dict(counts))
        if len(seen) == 1:
            join_all(lambda: stats.add("late"), seconds=5)

    stats = answer.Stats(report)
    stats.add("a")
    with nothing_left_behind():
        stats.flush()
        stats.flush()
    expect(
        seen,
        [{"a": 1}, {"late": 1}],
        "what was reported by two flush(), the first report adding 'late'",
    )
    forbids(answer, "sys._is_gil_enabled", "It has to be right on every build.")
