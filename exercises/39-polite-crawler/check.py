"""Checks of “A polite crawler”."""

import asyncio

from lab.grading import InFlight, check, elapsed, expect, raises, require, run_async


@check(points=1)
def in_order(answer):
    """Results come in the order of the pages."""

    async def fetch(page):
        await asyncio.sleep(5 - page)
        return page * 10

    expect(
        run_async(answer.crawl, fetch, [1, 4, 2, 3]), [10, 40, 20, 30], "crawl(fetch, [1, 4, 2, 3])"
    )
    expect(run_async(answer.crawl, fetch, []), [], "crawl(fetch, [])")


@check(points=2)
def never_too_many(answer):
    """Of twenty pages exactly three are fetched at once, and as many as asked for."""
    for most, arguments in ((3, ()), (5, (5,)), (1, (1,))):
        meter = InFlight()

        async def fetch(page, meter=meter):
            with meter:
                await asyncio.sleep(1)

        run_async(answer.crawl, fetch, range(20), *arguments)
        expect(
            meter.most,
            most,
            f"the most fetches at once in crawl(fetch, range(20){''.join(f', {n}' for n in arguments)})",
        )


@check(points=2)
def never_too_few(answer):
    """The next begins as soon as one is done."""

    async def fetch(page):
        await asyncio.sleep(9 if page == 0 else 1)

    with elapsed() as took:
        run_async(answer.crawl, fetch, range(19))
    require(
        took.seconds < 9.5,
        f"One page of 9 s and eighteen of 1 s took {took.seconds:.1f} s, three at once; 9 s are enough.",
        numbers=[("seconds", round(took.seconds, 1), 9.5, "s", "less")],
    )


@check(points=2)
def an_error_frees_its_place(answer):
    """An error goes on up, and its place is free."""
    fetched = []

    async def fetch(page):
        await asyncio.sleep(1)
        if page < 3:
            raise OSError(page)
        fetched.append(page)

    async def main():
        with raises(OSError, "crawl of pages the first of which fail"):
            await answer.crawl(fetch, range(6))
        await asyncio.sleep(10)

    run_async(main)
    require(set(fetched) <= {3, 4, 5}, f"After an error these pages were fetched: {fetched}.")

    async def again():
        return await asyncio.wait_for(answer.crawl(asyncio.sleep, [1, 1, 1, 1]), 5)

    expect(run_async(again), [None] * 4, "crawl(asyncio.sleep, [1, 1, 1, 1]) after that")


@check(points=1)
def two_crawls_are_two(answer):
    """Two crawls at once do not share their places."""
    meter = InFlight()

    async def fetch(page):
        with meter:
            await asyncio.sleep(1)

    async def main():
        await asyncio.gather(answer.crawl(fetch, range(6), 2), answer.crawl(fetch, range(6), 2))

    run_async(main)
    expect(meter.most, 4, "the most fetches at once in two crawls with two places each")
