"""Checks of “Tasks in the background”."""

import asyncio
import gc
from contextlib import suppress

from lab.grading import check, elapsed, expect, life, raises, require, require_freed, run_async


@check(points=3)
def keeps_them_alive(answer):
    """A task that nobody else holds comes to its end, also when the collector runs."""
    log = []

    async def job(number):
        # What wakes it up is held by nobody but the job itself.
        loop = asyncio.get_running_loop()
        woken = loop.create_future()
        waiting.append(__import__("weakref").ref(woken))
        await woken
        log.append(number)

    waiting = []

    async def main():
        background = answer.Background(log.append)
        for number in range(3):
            background.spawn(job(number))
        await asyncio.sleep(1)
        gc.collect()
        alive = [future() for future in waiting]
        expect(
            sum(future is not None for future in alive),
            3,
            "the tasks of three that are alive after a collection",
        )
        expect(len(background), 3, "len(background) with three under way")
        for future in alive:
            future.set_result(None)
        del alive, future
        await asyncio.sleep(1)
        expect(sorted(log), [0, 1, 2], "the tasks that came to their end")
        expect(len(background), 0, "len(background) when all are done")

    run_async(main)


@check(points=1)
def gives_the_task(answer):
    """spawn returns the task, which can be awaited."""

    async def job():
        await asyncio.sleep(1)
        return "value"

    async def main():
        background = answer.Background(print)
        return await background.spawn(job())

    expect(run_async(main), "value", "await background.spawn(job())")


@check(points=2)
def reports_errors(answer):
    """An error is given to on_error; a cancelled task is none."""
    errors = []

    async def job(seconds):
        await asyncio.sleep(seconds)
        raise LookupError(seconds)

    async def main():
        background = answer.Background(errors.append)
        background.spawn(job(2))
        background.spawn(job(1))
        background.spawn(asyncio.sleep(1))
        cancelled = background.spawn(job(5))
        await asyncio.sleep(3)
        cancelled.cancel()
        await asyncio.sleep(3)
        expect(
            len(background), 0, "len(background) after two errors, a cancelled task and a good one"
        )

    run_async(main)
    told = [(type(error).__name__, *error.args) for error in errors]
    expect(told, [("LookupError", 1), ("LookupError", 2)], "what on_error was called with")


@check(points=2)
def closes(answer):
    """aclose() cancels the rest, and returns when they have ended."""
    log = []

    async def job(name):
        try:
            await asyncio.sleep(100)
        finally:
            await asyncio.sleep(1)
            log.append(name)

    async def main():
        background = answer.Background(log.append)
        background.spawn(asyncio.sleep(0.5))
        background.spawn(job("a"))
        background.spawn(job("b"))
        await asyncio.sleep(1)
        with elapsed() as took:
            await background.aclose()
        expect(sorted(log), ["a", "b"], "the tasks that had cleaned up when aclose() returned")
        require(
            took.seconds < 2,
            f"aclose() took {took.seconds:.0f} s, where each task cleans up in 1 s when it is cancelled.",
        )
        await asyncio.sleep(0)
        expect(len(background), 0, "len(background) after aclose()")

    run_async(main)


@check(points=1)
def forgets_what_is_done(answer):
    """A task that is done is let go of; none that is spawned at the last moment is left."""

    async def last_wish(background):
        try:
            await asyncio.sleep(100)
        finally:
            with suppress(RuntimeError):
                background.spawn(asyncio.sleep(100))

    async def main():
        background = answer.Background(print)
        done = life(background.spawn(asyncio.sleep(1)))
        await asyncio.sleep(2)
        gc.collect()
        require_freed(
            done, "A task that was done a second ago is still alive: something refers to it."
        )
        background.spawn(last_wish(background))
        await asyncio.sleep(1)
        await background.aclose()
        await asyncio.sleep(0)
        expect(
            len(background),
            0,
            "len(background) after aclose(), where a task calls spawn when it is cancelled",
        )

    run_async(main)


@check(points=1)
def refuses_afterwards(answer):
    """After aclose() spawn raises RuntimeError, and closes the coroutine."""

    async def job():
        await asyncio.sleep(1)

    async def main():
        background = answer.Background(print)
        await background.aclose()
        coroutine = job()
        with raises(RuntimeError, "spawn after aclose()"):
            background.spawn(coroutine)
        closed = coroutine.cr_await is None and coroutine.cr_running is False
        with raises(RuntimeError, "awaiting a coroutine that spawn has refused"):
            await coroutine
        require(closed, "The refused coroutine still runs.")

    run_async(main)
