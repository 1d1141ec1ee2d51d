"""Checks of “The ticket office”."""

import time
from contextlib import suppress

from lab.grading import (
    InFlight,
    check,
    elapsed,
    expect,
    explore,
    join_all,
    nothing_left_behind,
    raises,
    require,
)


class Declined(Exception):
    """What a payment raises in these checks."""


def counts(office):
    """What is left and what is sold."""
    return office.left, office.sold


@check(points=1)
def sells_and_refuses(answer):
    """buy(n) sells what there is, and refuses what there is not."""
    paid = []
    office = answer.TicketOffice(5, paid.append)
    expect(
        [office.buy(3), office.buy(3), office.buy(2)],
        [True, False, True],
        "buy(3), buy(3), buy(2) of 5 tickets",
    )
    expect(counts(office), (0, 5), "(left, sold) after 5 of 5 were bought")
    expect(paid, [3, 2], "what pay was called with")


@check(points=2)
def gives_back(answer):
    """A payment that fails puts the tickets back and goes on up."""

    def decline(n):
        raise Declined

    office = answer.TicketOffice(5, decline)
    with nothing_left_behind():
        with raises(Declined, "buy(2) with a payment that is declined"):
            office.buy(2)
    expect(counts(office), (5, 0), "(left, sold) after a declined buy(2) of 5")


@check(points=3)
def never_oversells(answer):
    """Two buy the last tickets at once: right in every schedule."""

    def scenario(answer):
        office = answer.TicketOffice(3, lambda n: None)
        got = join_all(lambda: office.buy(2), lambda: office.buy(2))
        expect(sorted(got), [False, True], "what two got who asked for 2 of 3 tickets at once")
        expect(counts(office), (1, 2), "(left, sold) after two asked for 2 of 3 tickets")

    explore(scenario, schedules=300)


@check(points=2)
def loses_no_count(answer):
    """Two buyers and a declined one: left and sold add up, in every schedule."""

    def scenario(answer):
        def pay(n):
            if n == 2:
                raise Declined

        office = answer.TicketOffice(9, pay)

        def declined():
            with suppress(Declined):
                office.buy(2)

        join_all(lambda: office.buy(1), lambda: office.buy(3), declined)
        expect(
            counts(office), (5, 4), "(left, sold) of 9 after buy(1), buy(3) and a declined buy(2)"
        )

    explore(scenario, schedules=300)


@check(points=2)
def pays_side_by_side(answer):
    """While one pays, another can pay, and a third is refused at once."""
    meter = InFlight()

    def pay(n):
        with meter:
            time.sleep(10)

    office = answer.TicketOffice(4, pay)

    def late():
        time.sleep(1)
        with elapsed() as took:
            bought = office.buy(1)
        return bought, took.seconds

    first, second, (bought, seconds) = join_all(lambda: office.buy(2), lambda: office.buy(2), late)
    expect(
        (first, second, bought),
        (True, True, False),
        "what buy(2), buy(2) and, a second later, buy(1) of 4 returned",
    )
    expect(meter.most, 2, "the payments under way at once")
    require(seconds < 1, f"buy(1) took {seconds:.0f} s to be refused, while two others paid.")
