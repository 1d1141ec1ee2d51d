"""Checks of “A method that calls a method”."""

from contextlib import suppress

from lab.grading import check, expect, explore, join_all, nothing_left_behind, raises


@check(points=2)
def moves(answer):
    """move takes from one place and adds to the other, and comes to an end."""
    stock = answer.Stock(shop=3, cellar=10)
    with nothing_left_behind():
        join_all(lambda: stock.move("cellar", "shop", 4))
    stock.remove("shop", 7)
    stock.add("shop", 1)
    expect(stock.total(), 7, "total() of 3 and 10 after move of 4, remove of 7 and add of 1")
    with raises(ValueError, "remove('shop', 2) with 1 in the shop"):
        stock.remove("shop", 2)


@check(points=1)
def refuses_a_move(answer):
    """Too little for a move is a ValueError, nothing has changed, and the stock goes on."""
    stock = answer.Stock(shop=3, cellar=1)
    with nothing_left_behind():
        with raises(ValueError, "move('cellar', 'shop', 2) with 1 in the cellar"):
            stock.move("cellar", "shop", 2)
        join_all(lambda: stock.remove("cellar", 1), lambda: stock.remove("shop", 3))
    expect(stock.total(), 0, "total() after all was removed")


@check(points=3)
def counts_stay_right(answer):
    """Additions and moves at once: nothing is lost, in every schedule."""

    def scenario(answer):
        stock = answer.Stock(shop=0, cellar=5)
        join_all(lambda: stock.add("shop", 1), lambda: stock.move("cellar", "shop", 2))
        stock.remove("shop", 3)
        stock.remove("cellar", 3)
        expect(stock.total(), 0, "total() after add of 1 beside move of 2, then all removed")

    def last_one(answer):
        stock = answer.Stock(shop=0, cellar=1)

        def take():
            with suppress(ValueError):
                stock.remove("cellar", 1)

        join_all(take, take)
        expect(stock.total(), 0, "total() after two wanted the last one")

    explore(scenario, schedules=250)
    explore(last_one, schedules=150)


@check(points=3)
def nothing_is_seen_half_moved(answer):
    """Whoever counts beside a move finds all of it, in every schedule."""

    def scenario(answer):
        stock = answer.Stock(shop=0, cellar=5)
        _, total = join_all(lambda: stock.move("cellar", "shop", 2), stock.total)
        expect(total, 5, "total() beside a move")

    explore(scenario, schedules=300)
