"""Checks of “Two accounts, no deadlock”."""

import time
from contextlib import suppress

from lab.grading import (
    check,
    elapsed,
    expect,
    explore,
    join_all,
    nothing_left_behind,
    raises,
    require,
)


def accounts(answer, *balances):
    """Accounts with these balances, numbered from 1."""
    return [answer.Account(number, balance) for number, balance in enumerate(balances, 1)]


@check(points=1)
def moves_the_money(answer):
    """transfer(a, b, 30) takes 30 from a and gives it to b."""
    a, b = accounts(answer, 100, 50)
    answer.transfer(a, b, 30)
    expect(
        (a.balance, b.balance), (70, 80), "the balances after transfer(a, b, 30) from 100 and 50"
    )
    answer.transfer(b, a, 80)
    expect((a.balance, b.balance), (150, 0), "the balances after transfer(b, a, 80) from 70 and 80")


@check(points=1)
def refuses_too_much(answer):
    """Too little money is a ValueError, and nothing has changed."""
    a, b = accounts(answer, 20, 50)
    with raises(ValueError, "transfer(a, b, 30) with 20 in a"):
        answer.transfer(a, b, 30)
    expect((a.balance, b.balance), (20, 50), "the balances after a refusal, from 20 and 50")
    require(not a.lock.locked() and not b.lock.locked(), "After a refusal a lock is still held.")


@check(points=1)
def pays_itself(answer):
    """An account that pays itself keeps its money."""
    (a,) = accounts(answer, 100)
    with nothing_left_behind():
        join_all(lambda: answer.transfer(a, a, 40))
    expect(a.balance, 100, "a.balance after transfer(a, a, 40) from 100")
    require(not a.lock.locked(), "After transfer(a, a, 40) its lock is still held.")


@check(points=3)
def never_deadlocks(answer):
    """a pays b while b pays a, and a ring of three: right in every schedule."""

    def both_ways(answer):
        a, b = accounts(answer, 100, 100)
        join_all(lambda: answer.transfer(a, b, 30), lambda: answer.transfer(b, a, 50))
        expect(
            (a.balance, b.balance),
            (120, 80),
            "the balances after 30 one way and 50 the other, from 100 and 100",
        )

    def ring(answer):
        a, b, c = accounts(answer, 50, 50, 50)
        join_all(
            lambda: answer.transfer(a, b, 10),
            lambda: answer.transfer(b, c, 20),
            lambda: answer.transfer(c, a, 30),
        )
        expect(
            (a.balance, b.balance, c.balance),
            (70, 40, 40),
            "the balances after a ring of 10, 20 and 30, from 50 each",
        )

    explore(both_ways, schedules=250)
    explore(ring, schedules=100)


@check(points=2)
def no_money_from_nothing(answer):
    """Two who spend the last 50 of one account: one of them is refused, in every schedule."""

    def scenario(answer):
        a, b, c = accounts(answer, 50, 0, 0)

        def pay(target):
            with suppress(ValueError):
                answer.transfer(a, target, 50)

        join_all(lambda: pay(b), lambda: pay(c))
        expect(a.balance, 0, "a.balance after two tried to take the 50 in it")
        expect(b.balance + c.balance, 50, "what arrived of 50")

    explore(scenario, schedules=250)


@check(points=2)
def others_need_not_wait(answer):
    """While one pair is busy, another pair goes on."""
    a, b, c, d = accounts(answer, 100, 100, 100, 100)

    def slow():
        with a.lock:
            time.sleep(5)

    def pair():
        time.sleep(1)
        with elapsed() as took:
            answer.transfer(c, d, 10)
        return took.seconds

    def waits():
        time.sleep(0.5)
        answer.transfer(a, b, 10)

    _, seconds, _ = join_all(slow, pair, waits)
    require(
        seconds < 1,
        f"transfer(c, d, 10) took {seconds:.1f} s while a and b were busy; it has nothing to wait for.",
        numbers=[("seconds for a transfer between two free accounts", seconds, 1, "s", "less")],
    )
    expect(a.balance + b.balance + c.balance + d.balance, 400, "the sum of all balances")
