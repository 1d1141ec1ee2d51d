"""Checks of “Schedule the bug”."""

import threading
from itertools import combinations

from lab.grading import check, expect, fail


class Box:
    """What the two threads share."""

    x = 0


def run(schedule):
    """Run the two threads in this order, each step in its own thread; return `x` and the steps."""
    box, happened = Box(), []
    turns = [threading.Semaphore(0) for _ in range(len(schedule) + 1)]
    places = {name: [n for n, who in enumerate(schedule) if who == name] for name in "AB"}

    def add(name):
        read, plus, write = places[name]
        turns[read].acquire()
        mine = box.x
        happened.append((None, name, f"reads {mine}"))
        turns[read + 1].release()
        turns[plus].acquire()
        mine += 1
        happened.append((None, name, f"adds 1: {mine}"))
        turns[plus + 1].release()
        turns[write].acquire()
        box.x = mine
        happened.append((None, name, f"writes {mine}"))
        turns[write + 1].release()

    threads = [threading.Thread(target=add, args=name, name=name) for name in "AB"]
    for thread in threads:
        thread.start()
    turns[0].release()
    for thread in threads:
        thread.join()
    return box.x, happened


def legal(answer, name):
    """The schedule of that name, if it is one."""
    schedule = getattr(answer, name)
    if type(schedule) is not str or sorted(schedule) != sorted("AAABBB"):
        fail(f"{name} is {schedule!r}: a schedule is a text of three A and three B.")
    return schedule


def ends(answer, name, expected):
    """Fail unless the schedule leads there."""
    schedule = legal(answer, name)
    x, happened = run(schedule)
    if x != expected:
        fail(f"{name} is {schedule!r}, and x ends at {x}, expected {expected}.", events=happened)


@check(points=1)
def keeps_both(answer):
    """KEEPS ends at 2."""
    ends(answer, "KEEPS", 2)


@check(points=2)
def loses_one(answer):
    """LOSES ends at 1."""
    ends(answer, "LOSES", 1)


@check(points=2)
def changes_over_twice(answer):
    """LAZIEST ends at 1, with as few changes of thread as there can be."""
    ends(answer, "LAZIEST", 1)
    schedule = legal(answer, "LAZIEST")
    changes = sum(a != b for a, b in zip(schedule, schedule[1:]))
    if changes != 2:
        fail(
            f"LAZIEST is {schedule!r}: it changes over {changes} times, expected 2.",
            numbers=[("changes of thread", changes, 2, "", "less")],
        )


@check(points=1)
def counts_them(answer):
    """HOW_MANY of the 20 schedules end at 1."""
    orders = [
        "".join("A" if n in chosen else "B" for n in range(6))
        for chosen in combinations(range(6), 3)
    ]
    losing = sum(run(order)[0] == 1 for order in orders)
    expect(answer.HOW_MANY, losing, "HOW_MANY")
