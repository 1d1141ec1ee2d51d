"""Checks of “All or nothing”."""

import asyncio

from lab.grading import check, elapsed, expect, raises, require, run_async


@check(points=1)
def results_in_order(answer):
    """Three fetches at once, results in the order of the names."""
    delays = {"a": 3, "b": 1, "c": 2}

    async def fetch(name):
        await asyncio.sleep(delays[name])
        return name.upper()

    with elapsed() as took:
        expect(
            run_async(answer.fetch_all, fetch, ["a", "b", "c"]),
            ["A", "B", "C"],
            'fetch_all(fetch, ["a", "b", "c"])',
        )
    require(
        took.seconds < 4,
        f"Fetches of 3 s, 1 s and 2 s took {took.seconds:.1f} s; at the same time they take 3.",
    )
    expect(run_async(answer.fetch_all, fetch, []), [], "fetch_all(fetch, [])")


@check(points=2)
def raises_the_error_itself(answer):
    """The error of the one that failed comes out, not a group."""

    async def fetch(name):
        await asyncio.sleep(1)
        if name == "bad":
            raise LookupError(name)
        return name

    with raises(LookupError, 'fetch_all(fetch, ["good", "bad"])'):
        run_async(answer.fetch_all, fetch, ["good", "bad"])

    async def trips(name):
        try:
            await asyncio.sleep(1 if name == "bad" else 10)
        finally:
            raise LookupError(name)  # the others in their cleaning up

    for names in (["bad", "x", "y"], ["x", "bad", "y"], ["x", "y", "bad"]):
        what = f"fetch_all(fetch, {names}), where bad fails first and the others when cancelled"
        with raises(LookupError, what) as caught:
            run_async(answer.fetch_all, trips, names)
        expect(caught.error.args, ("bad",), f"whose error came out of {what},")


@check(points=3)
def cancels_the_others(answer):
    """After a failure the others are cancelled, and have cleaned up before the error comes out."""
    log = []

    async def fetch(name):
        try:
            await asyncio.sleep(1 if name == "bad" else 10)
            if name == "bad":
                raise OSError(name)
            log.append(f"{name} finished")
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
            log.append(f"{name} cleaned up")
            raise

    async def main():
        try:
            await answer.fetch_all(fetch, ["slow", "bad", "slower"])
        except OSError:
            log.append("the error is out")

    with elapsed() as took:
        run_async(main)
    expect(
        sorted(log[:2]),
        ["slow cleaned up", "slower cleaned up"],
        "what the others did before the error was out",
    )
    expect(log[2:], ["the error is out"], "what happened after they had cleaned up")
    require(
        took.seconds < 5,
        f"One failed after 1 s, and it took {took.seconds:.1f} s until all was over.",
    )


@check(points=1)
def cancelled_from_outside(answer):
    """When fetch_all is itself cancelled, so are its fetches."""
    stopped = []

    async def fetch(name):
        try:
            await asyncio.sleep(10)
        finally:
            stopped.append(name)

    async def main():
        try:
            async with asyncio.timeout(1):
                await answer.fetch_all(fetch, ["a", "b"])
        except TimeoutError:
            return sorted(stopped)
        return "no timeout"

    expect(
        run_async(main),
        ["a", "b"],
        "the fetches that ended when a timeout of 1 s cancelled fetch_all",
    )
