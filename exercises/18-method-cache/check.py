"""Checks of “A cached method”."""

from lab.grading import check, collector_off, expect, growth, life, require, require_freed


class Rows:
    """Rows that count how often somebody walks through them."""

    def __init__(self, *rows):
        self.rows = rows
        self.walks = 0

    def __iter__(self):
        self.walks += 1
        return iter(self.rows)


@check(points=1)
def adds_up(answer):
    """The sum of a column, for each column and each report."""
    rows = [{"a": 1, "b": 10}, {"a": 2, "b": 20}]
    report, other = answer.Report(rows), answer.Report([{"a": 5, "b": -5}])
    for _ in range(2):
        expect(report.total("a"), 3, "report.total('a') of 1 and 2")
        expect(report.total("b"), 30, "report.total('b') of 10 and 20")
        expect(other.total("a"), 5, "other.total('a') of 5")
    require(report.rows is rows, "report.rows is not what was given.")
    expect(answer.Report([]).total("a"), 0, "Report([]).total('a')")


@check(points=2)
def walks_once(answer):
    """For each column the rows are walked through once, also where the sum is 0."""
    rows = Rows({"a": 1, "zero": 2}, {"a": 2, "zero": -2})
    report = answer.Report(rows)
    for column, total in (("a", 3), ("zero", 0)):
        before = rows.walks
        for _ in range(3):
            expect(report.total(column), total, f"report.total({column!r})")
        expect(
            rows.walks - before,
            1,
            f"how often the rows were walked through in three calls of total({column!r})",
        )
    before = rows.walks
    expect((report.total("a"), report.total("zero")), (3, 0), "the totals, asked for again,")
    expect(rows.walks, before, "how often the rows had been walked through in all")
    rows.rows += ({"a": 10, "zero": 0},)
    other = answer.Report(rows)
    expect(
        other.total("a"), 13, "total('a') of another report, made when the rows had grown by a 10,"
    )
    expect(report.total("a"), 3, "total('a') of the first report, asked for again,")


@check(points=3)
def a_report_is_freed(answer):
    """A report that nobody uses is freed at once, with the collector off, and leaves nothing."""
    with collector_off():
        report = answer.Report([{"a": 1}])
        report.total("a")
        subject = life(report)
        del report
        require_freed(subject, "After `del report` it is still alive: something refers to it.")

    def batch():
        for number in range(100):
            answer.Report([{"a": number}]).total("a")

    kept = growth(batch)
    require(
        kept < 1000,
        f"100 reports that came and went left {kept:,} bytes behind, expected fewer than 1,000.",
        numbers=[("bytes left by 100 reports", kept, 1000, "B", "less")],
    )


@check(points=2)
def its_own_results(answer):
    """200 reports, one after another: none has the results of one before."""
    for number in range(200):
        report = answer.Report([{"a": number}])
        expect(
            report.total("a"),
            number,
            f"total('a') of the report number {number}, with one row of {number},",
        )
        del report


@check(points=1)
def need_not_be_hashed(answer):
    """A kind of report that cannot be hashed is cached as well."""

    class Comparable(answer.Report):
        def __eq__(self, other):
            return True

        __hash__ = None

    rows = Rows({"a": 1})
    first, second = Comparable(rows), Comparable([{"a": 2}])
    expect(
        (first.total("a"), second.total("a"), first.total("a")),
        (1, 2, 1),
        "the totals of two reports that are equal",
    )
    expect(rows.walks, 1, "how often the rows of the first were walked through")
