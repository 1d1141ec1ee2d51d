"""Checks of “Dinner for five”."""

import threading
import time

from lab.grading import InFlight, check, expect, explore, forbids, join_all, raises, require


def table(answer, seats, eat):
    """The forks, and what each philosopher does in a thread."""
    forks = [threading.Lock() for _ in range(seats)]
    return forks, [lambda n=n: answer.dine(forks, n, lambda: eat(forks, n)) for n in range(seats)]


@check(points=1)
def eats_with_both_forks(answer):
    """Whoever eats holds both forks, eats once, and puts them back."""
    meals = []

    def eat(forks, n):
        held = [fork for fork, lock in enumerate(forks) if lock.locked()]
        meals.append((n, held))

    forks, philosophers = table(answer, 5, eat)
    for philosopher in philosophers:
        philosopher()
    expect(
        meals,
        [(n, sorted((n, (n + 1) % 5))) for n in range(5)],
        "who ate with which forks, five dining in turn",
    )
    require(not any(fork.locked() for fork in forks), "After all have eaten a fork is still taken.")


@check(points=1)
def puts_them_back(answer):
    """Both forks are put back when eating goes wrong."""

    def eat(forks, n):
        raise RuntimeError("a fish bone")

    forks, philosophers = table(answer, 5, eat)
    with raises(RuntimeError, "dine(forks, 2, eat) where eat raises"):
        philosophers[2]()
    require(not any(fork.locked() for fork in forks), "eat() raised, and a fork is still taken.")


@check(points=4)
def nobody_starves(answer):
    """Three at the table: all eat, in every schedule."""

    def scenario(answer):
        meals = []
        _, philosophers = table(answer, 3, lambda forks, n: meals.append(n))
        join_all(*philosophers)
        expect(sorted(meals), [0, 1, 2], "who has eaten")

    explore(scenario, schedules=400, preemptions=3)


@check(points=2)
def two_at_once(answer):
    """Of five, two who share no fork eat at the same time, and nobody longer than ten meals."""
    meter = InFlight()

    def eat(forks, n):
        with meter:
            time.sleep(1)

    _, philosophers = table(answer, 5, eat)
    join_all(*philosophers, seconds=10)
    expect(meter.most, 2, "the most philosophers of five who ate at once")
    for name in ("Lock", "RLock", "Condition", "Semaphore", "BoundedSemaphore"):
        forbids(answer, f"threading.{name}", "The forks are the only locks.")


@check(points=1)
def waits_properly(answer):
    """A taken fork is waited for, not asked for again and again."""
    forks = [threading.Lock() for _ in range(3)]
    ate = []
    with forks[1]:
        thread = threading.Thread(
            target=answer.dine, args=(forks, 0, lambda: ate.append(1)), name="A"
        )
        thread.start()
        time.sleep(100)
        expect(ate, [], "the meals of number 0 while fork 1 is taken")
    thread.join(1)
    expect(ate, [1], "the meals of number 0 a second after fork 1 was put back")
    forbids(answer, "time.sleep", "A lock wakes up who waits for it.")
