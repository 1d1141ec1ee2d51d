"""Checks of “A pipeline that hardly needs memory”."""

from itertools import count, islice

from lab.grading import check, collector_off, expect, fail, peak_bytes, require


class Source:
    """Lines 0, 1, 2 …, which counts how many were read, and gives up where nobody stops."""

    def __init__(self, most=1000):
        self.read = 0
        self.most = most
        self.closed = 0

    def lines(self):
        """The lines, without an end."""
        try:
            for number in count():
                if number >= self.most:
                    fail(
                        f"{self.most:,} lines were read of a source without an end, expected only what the results need."
                    )
                self.read += 1
                yield f"{number}\n"
        finally:
            self.closed += 1


def following(rows):
    """The next result, which has to come."""
    row = next(rows, None)
    if row is None:
        fail("next() of the last stage raised StopIteration, though the source has more lines.")
    return row


def pipeline(answer, lines, least=10, factor=2):
    """The three stages."""
    return answer.scale(answer.keep(answer.parse(lines), least), factor)


@check(points=1)
def right_results(answer):
    """Each stage does its work, alone and together."""
    expect(
        list(answer.parse(["1\n", " -20\n", "300"])),
        [1, -20, 300],
        "list(parse(['1\\n', ' -20\\n', '300']))",
    )
    expect(list(answer.keep([3, 1, 5, 4, 3], 3)), [3, 5, 4, 3], "list(keep([3, 1, 5, 4, 3], 3))")
    expect(list(answer.scale([3, 1, -5], 4)), [12, 4, -20], "list(scale([3, 1, -5], 4))")
    expect(
        list(pipeline(answer, ["9", "10", "12", "3"])),
        [20, 24],
        "the results of the lines 9, 10, 12, 3, at least 10, times 2,",
    )
    expect(list(pipeline(answer, [])), [], "the results of no lines")


@check(points=2)
def a_source_without_an_end(answer):
    """The first three results of a source that never ends."""
    first = list(islice(pipeline(answer, Source().lines()), 3))
    expect(
        first, [20, 22, 24], "the first three results of the lines 0, 1, 2 …, at least 10, times 2,"
    )


@check(points=2)
def reads_what_it_needs(answer):
    """No line is read before the next result needs it."""
    source = Source()
    rows = pipeline(answer, source.lines())
    expect(source.read, 0, "the number of lines read before the first next()")
    for number, read in ((1, 11), (2, 12), (3, 13)):
        following(rows)
        expect(
            source.read,
            read,
            f"the number of lines read for {number} results, where the first ten lines are not kept,",
        )


@check(points=2)
def needs_no_memory(answer):
    """20,000 lines through the pipeline, with less than 20 kB at the peak."""

    def run():
        total = sum(islice(pipeline(answer, Source(100_000).lines(), 0), 20_000))
        expect(total, 399_980_000, "the sum of the first 20,000 results")

    peak = peak_bytes(run)
    require(
        peak < 20_000,
        f"20,000 lines needed {peak:,} bytes at the peak, expected fewer than 20,000.",
        numbers=[("bytes at the peak", peak, 20_000, "B", "less")],
    )


@check(points=1)
def closes_the_source(answer):
    """close() of the last stage runs the source's `finally`, with the collector off."""
    source = Source()
    with collector_off():
        rows = pipeline(answer, source.lines())
        following(rows)
        require(
            hasattr(rows, "close"),
            f"scale(…) returned a {type(rows).__name__}, which has no close().",
        )
        rows.close()
        expect(source.closed, 1, "how often the source was closed after close() of the last stage")
