"""Checks of “Cancelled, and cleaned up”."""

import asyncio

from lab.grading import check, expect, raises, run_async


class Connection:
    """Notes what is done with it; each step takes a second."""

    def __init__(self, broken=None):
        self.log = []
        self._broken = broken

    async def send(self, part):
        """Send a part."""
        await asyncio.sleep(1)
        if part == self._broken:
            raise OSError(part)
        self.log.append(part)

    async def commit(self):
        """Make it last."""
        await asyncio.sleep(1)
        if self._broken == "commit":
            raise OSError("commit")
        self.log.append("commit")

    async def rollback(self):
        """Undo what was sent."""
        self.log.append("rollback begins")
        await asyncio.sleep(1)
        self.log.append("rollback")

    def close(self):
        """Give it back."""
        self.log.append("close")


UNDONE = ["rollback begins", "rollback", "close"]


async def cancelled_after(answer, connection, *times):
    """Cancel a transfer at these times; return whether it was cancelled."""
    task = asyncio.create_task(answer.transfer(connection, "abc"))
    for seconds in times:
        await asyncio.sleep(seconds)
        task.cancel()
    await asyncio.wait([task], timeout=60)
    return task.done() and task.cancelled()


@check(points=1)
def commits(answer):
    """All parts, a commit, and closed."""
    connection = Connection()
    run_async(answer.transfer, connection, "abc")
    expect(
        connection.log,
        ["a", "b", "c", "commit", "close"],
        "what was done with the connection in transfer(connection, 'abc')",
    )


@check(points=2)
def undoes_after_an_error(answer):
    """After an error: rolled back once, closed, and the error goes on up."""
    for broken, sent in (("b", ["a"]), ("commit", ["a", "b", "c"])):
        connection = Connection(broken)
        with raises(OSError, f"transfer(connection, 'abc') where {broken} fails"):
            run_async(answer.transfer, connection, "abc")
        expect(
            connection.log, sent + UNDONE, f"what was done with the connection where {broken} fails"
        )


@check(points=3)
def stays_cancelled(answer):
    """Cancelled in the middle: rolled back, closed, and task.cancelled() is true."""
    connection = Connection()
    cancelled = run_async(cancelled_after, answer, connection, 1.5)
    expect(
        connection.log, ["a", *UNDONE], "what was done with the connection, cancelled after 1.5 s"
    )
    expect(cancelled, True, "task.cancelled()")


@check(points=1)
def obeys_a_timeout(answer):
    """Inside asyncio.timeout it ends with TimeoutError, rolled back."""
    connection = Connection()

    async def main():
        async with asyncio.timeout(2.5):
            await answer.transfer(connection, "abc")

    with raises(TimeoutError, "transfer inside asyncio.timeout(2.5)"):
        run_async(main)
    expect(connection.log, ["a", "b", *UNDONE], "what was done with the connection")


@check(points=2)
def cancelled_twice(answer):
    """A second cancel does not cut the rollback off."""
    for times in ((1.5, 0.5), (1.5, 0.2, 0.2, 0.2)):
        connection = Connection()
        cancelled = run_async(cancelled_after, answer, connection, *times)
        expect(
            connection.log,
            ["a", *UNDONE],
            f"what was done with the connection, cancelled {len(times)} times",
        )
        expect(cancelled, True, "task.cancelled()")
