"""Checks of “What is ready in time”."""

import asyncio

from lab.grading import check, elapsed, expect, require, run_async


def job(seconds, value=None, error=None, log=None):
    """A coroutine function that takes so long, and notes how it ended."""

    async def work():
        try:
            await asyncio.sleep(seconds)
            if error is not None:
                raise error
            return value
        finally:
            if log is not None:
                await asyncio.sleep(0.25)
                log.append(value)

    return work


@check(points=2)
def returns_what_is_there(answer):
    """What is done in time is returned, in the order of the jobs."""
    jobs = {"slow": job(9, 1), "b": job(2, 2), "a": job(1, 3)}
    with elapsed() as took:
        got = run_async(answer.best_effort, jobs, 5)
    expect(
        list(got.items()),
        [("b", 2), ("a", 3)],
        "best_effort of jobs that take 9, 2 and 1 s, within 5 s",
    )
    require(took.seconds < 5.5, f"Within 5 s it took {took.seconds:.1f} s.")
    expect(run_async(answer.best_effort, {}, 5), {}, "best_effort({}, 5)")


@check(points=1)
def does_not_wait_for_nothing(answer):
    """When all are done it returns at once; None is a result."""
    with elapsed() as took:
        got = run_async(answer.best_effort, {"a": job(1, None), "b": job(2, 0)}, 60)
    expect(got, {"a": None, "b": 0}, "best_effort of jobs that take 1 and 2 s, within 60 s")
    require(took.seconds < 2.5, f"Jobs of 1 and 2 s took {took.seconds:.1f} s.")


@check(points=2)
def leaves_errors_out(answer):
    """A job that raises is left out, early or late."""
    jobs = {
        "a": job(1, 1),
        "bad": job(2, error=OSError("bad")),
        "c": job(3, 3),
        "late": job(99, error=OSError("late")),
    }
    got = run_async(answer.best_effort, jobs, 5)
    expect(got, {"a": 1, "c": 3}, "best_effort where one job raises after 2 s")


@check(points=3)
def cleans_up(answer):
    """What is late is cancelled, and has cleaned up before it returns."""
    log = []
    jobs = {"x": job(1, "x"), "y": job(50, "y", log=log), "z": job(60, "z", log=log)}

    async def main():
        await answer.best_effort(jobs, 2)
        at_return = sorted(log)
        left = len(asyncio.all_tasks()) - 1
        return at_return, left

    with elapsed() as took:
        cleaned, left = run_async(main)
    expect(cleaned, ["y", "z"], "the late jobs that had cleaned up when best_effort returned")
    expect(left, 0, "the tasks left when best_effort returned")
    require(
        took.seconds < 5,
        f"Within 2 s, with a quarter of a second to clean up, it took {took.seconds:.1f} s.",
    )


@check(points=1)
def late_results_do_not_count(answer):
    """What a late job returns when it is cancelled is left out."""

    async def stubborn():
        try:
            await asyncio.sleep(50)
        except asyncio.CancelledError:
            return "late"

    got = run_async(answer.best_effort, {"ok": job(1, 1), "stubborn": stubborn}, 2)
    expect(got, {"ok": 1}, "best_effort where a late job returns a value when it is cancelled")
