"""Checks of “Whose request is this?”."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from lab.grading import check, expect, join_all, raises, run_async


@check(points=1)
def inside_and_outside(answer):
    """Inside it is the request, outside None; the value is returned."""
    expect(answer.current(), None, "current() outside")
    expect(answer.handle(7, answer.current), 7, "handle(7, current)")
    expect(answer.current(), None, "current() after handle")


@check(points=2)
def brings_back_what_was(answer):
    """A request inside another, and one that fails, bring back what was before."""

    def outer():
        inner = answer.handle("inner", answer.current)
        with raises(LookupError, "handle with a function that raises"):
            answer.handle("bad", fails)
        return inner, answer.current()

    def fails():
        raise LookupError

    expect(
        answer.handle("outer", outer),
        ("inner", "outer"),
        "(current() inside, current() after it), one request inside another",
    )
    expect(answer.current(), None, "current() after that")

    async def outer_async():
        inner = await answer.handle_async("inner", here)
        return inner, answer.current()

    async def here():
        return answer.current()

    async def main():
        got = await answer.handle_async("outer", outer_async)
        return got, answer.current()

    expect(
        run_async(main),
        (("inner", "outer"), None),
        "the same with handle_async, and current() after it",
    )


@check(points=2)
def each_thread_its_own(answer):
    """Threads see their own request, and new ones None."""

    def work(request):
        def function():
            time.sleep(1)
            return answer.current()

        return answer.handle(request, function)

    expect(
        join_all(*(lambda r=r: work(r) for r in range(5))),
        list(range(5)),
        "what five threads saw as current()",
    )

    def outer():
        return join_all(answer.current)[0]

    expect(join_all(answer.current), [None], "current() in a new thread")


@check(points=2)
def a_pool_has_no_leftovers(answer):
    """Twenty jobs on four threads see their own request, and nothing of the one before."""

    def job(request):
        before = answer.current()

        def function():
            time.sleep(1)
            return answer.current()

        if request % 5 == 4:
            return before, request
        return before, answer.handle(request, function)

    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(job, range(20)))
    expect(
        got,
        [(None, request) for request in range(20)],
        "(current() before, current() inside) of twenty jobs",
    )


@check(points=3)
def each_task_its_own(answer):
    """Tasks in one thread see their own request across an await."""

    async def here():
        before = answer.current()
        await asyncio.sleep(1)
        return before, answer.current()

    async def helper():
        return answer.current()

    async def asks_two():
        return await asyncio.gather(helper(), helper())

    async def main():
        got = await answer.handle_async(7, asks_two)
        expect(got, [7, 7], "what two tasks that were started for request 7 saw as current()")
        got = await asyncio.gather(*(answer.handle_async(n, here) for n in range(4)))
        return got, answer.current()

    expect(
        run_async(main),
        ([(n, n) for n in range(4)], None),
        "(current() before an await, after it) of four tasks, and current() at the end",
    )
