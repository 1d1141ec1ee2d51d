"""Checks of “Unfreeze the loop”."""

import asyncio
import threading
import time

from lab.grading import check, expect, require, run_async


def computing(milliseconds, threads=None):
    """A step that keeps its thread busy for so long."""

    def step(n):
        time.sleep(milliseconds / 1000)
        if threads is not None:
            threads.add(threading.current_thread().name)
        return n * n

    return step


async def beside(answer, milliseconds):
    """Run the work beside a heart that beats as often as it may; return its result and the times."""
    beats, over = [], False

    async def heart():
        while not over:
            beats.append(time.monotonic())
            await asyncio.sleep(0)

    beating = asyncio.create_task(heart())
    await asyncio.sleep(0)
    result = await answer.work(computing(milliseconds))
    beats.append(time.monotonic())
    over = True
    await beating
    return result, beats


@check(points=1)
def same_result(answer):
    """The sum is that of all steps."""
    expect(answer.STEPS, 300, "STEPS")
    expected = sum(n * n for n in range(300))
    expect(
        run_async(answer.work, computing(0)), expected, "work(step) with steps that take no time"
    )


@check(points=3)
def nobody_waits_long(answer):
    """Beside it, a heart beats every 40 ms at least."""
    for milliseconds in (1, 2):
        _, beats = run_async(beside, answer, milliseconds)
        longest = max(b - a for a, b in zip(beats, beats[1:])) * 1000
        require(
            longest <= 40,
            f"With steps of {milliseconds} ms the loop was frozen for {longest:.0f} ms at a time.",
            numbers=[("the longest time without a beat", round(longest), 40, "ms", "less")],
        )


@check(points=2)
def seldom_gives_way(answer):
    """It makes 60 pauses at most, and 20 at most where the steps take no time."""
    for milliseconds, most in ((1, 60), (0, 20)):
        _, beats = run_async(beside, answer, milliseconds)
        require(
            len(beats) - 2 <= most,
            f"With steps of {milliseconds} ms it gave way {len(beats) - 2} times, expected {most} at most.",
            numbers=[("pauses", len(beats) - 2, most, "", "less")],
        )


@check(points=1)
def stays_in_its_thread(answer):
    """The steps run in the thread of the loop."""
    threads = set()
    run_async(answer.work, computing(1, threads))
    expect(threads, {threading.current_thread().name}, "the threads in which steps ran")


@check(points=1)
def can_be_cancelled(answer):
    """Cancelled after 50 ms, it stops at its next pause."""
    steps = []

    def step(n):
        time.sleep(0.001)
        steps.append(n)
        return n

    async def main():
        task = asyncio.create_task(answer.work(step))
        until = time.monotonic() + 0.05
        while time.monotonic() < until:
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
        return task.cancelled()

    expect(run_async(main), True, "task.cancelled(), when the work was cancelled after 50 ms")
    require(
        len(steps) < 120,
        f"Cancelled after 50 ms, it went on to step {len(steps)} of 300, of 1 ms each.",
    )
