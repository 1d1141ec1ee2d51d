"""Checks of “An account across an await”."""

import asyncio

from lab.grading import check, elapsed, expect, require, run_async


class Store:
    """A store in which reading and writing take a second each."""

    def __init__(self):
        self.balance = 0

    async def read(self):
        """The balance, after a second."""
        await asyncio.sleep(1)
        return self.balance

    async def write(self, balance):
        """Write it, after a second."""
        await asyncio.sleep(1)
        self.balance = balance


@check(points=1)
def adds(answer):
    """Deposits in turn add up."""
    store = Store()

    async def main():
        account = answer.Account(store)
        for amount in (1, 20, 300):
            await account.deposit(amount)

    run_async(main)
    expect(store.balance, 321, "the balance after deposits of 1, 20 and 300, one after another")


@check(points=3)
def loses_nothing(answer):
    """A hundred deposits at once add up."""
    store = Store()

    async def main():
        account = answer.Account(store)
        await asyncio.gather(*(account.deposit(1) for _ in range(100)))

    run_async(main)
    expect(store.balance, 100, "the balance after a hundred deposits of 1 at once")


@check(points=2)
def accounts_do_not_wait_for_each_other(answer):
    """Deposits on two accounts go on at the same time."""
    stores = [Store(), Store()]

    async def main():
        await asyncio.gather(*(answer.Account(store).deposit(5) for store in stores))

    with elapsed() as took:
        run_async(main)
    expect(
        [store.balance for store in stores],
        [5, 5],
        "the balances after a deposit of 5 on each of two accounts",
    )
    require(took.seconds < 2.5, f"Deposits of 2 s on two accounts took {took.seconds:.1f} s.")


@check(points=2)
def cancelled_on_the_way(answer):
    """A deposit that is cancelled keeps nobody out."""
    for after in (0.5, 1.5):
        store = Store()

        async def main(store=store, after=after):
            account = answer.Account(store)
            first = asyncio.create_task(account.deposit(1))
            await asyncio.sleep(after)
            first.cancel()
            await asyncio.wait_for(account.deposit(10), 10)

        run_async(main)
        expect(
            store.balance,
            10,
            f"the balance after a deposit of 1 that was cancelled after {after} s, and one of 10",
        )
