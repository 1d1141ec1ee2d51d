"""Checks of “Pick the model”. The times are a model: the rules that the task names."""

from itertools import product
from math import ceil, inf

from lab.grading import check, expect, fail, require

MODELS = ("sync", "threads", "asyncio", "processes")


def seconds(card):
    """What each model takes for a card, by the rules of thumb of this exercise."""
    jobs, cpu, wait, libraries, megabytes = card
    return {
        "sync": jobs * (cpu + wait),
        "threads": jobs * cpu + wait + jobs * 0.0002 if jobs <= 1000 else inf,
        "asyncio": jobs * cpu + wait if libraries == "async" else inf,
        "processes": 0.2 + ceil(jobs / 8) * (cpu + wait) + jobs * megabytes * 0.01,
    }


def judge(answer, card, what):
    """Fail unless the choice for the card is nearly the best."""
    choice = answer.choose(card)
    if choice not in MODELS:
        fail(f"choose({what}) is {choice!r}, expected one of {', '.join(MODELS)}.")
    times = seconds(card)
    best = min(times, key=times.get)
    if times[choice] > times[best] * 1.2:
        fail(
            f"choose({what}) is {choice!r}, which takes {told(times[choice])}; {best!r} takes {told(times[best])}.",
            numbers=[
                (model, min(t, 9999), times[best] * 1.2, "s", "less") for model, t in times.items()
            ],
        )


def told(time):
    """Seconds in words."""
    return "for ever: it cannot do that" if time == inf else f"{time:.3g} s"


def shown(card):
    """A card, as one writes it."""
    return f"Card({', '.join(map(repr, card))})"


@check(points=1)
def knows_the_models(answer):
    """Each card of ALL, which has the ten of the task, gets one of the four models."""
    for place, card in enumerate(CARDS):
        expect(tuple(answer.ALL[place]), card, f"ALL[{place}]")
    expect(len(answer.ALL), 10, "len(ALL)")
    for card in answer.ALL:
        require(
            answer.choose(card) in MODELS,
            f"choose({shown(card)}) is {answer.choose(card)!r}, expected one of {', '.join(MODELS)}.",
        )


@check(points=2)
def what_waits(answer):
    """Cards that wait: an old database, a chat server, pages, printers, a crawler."""
    for place in (2, 3, 7, 8, 9):
        card = answer.Card(*CARDS[place])
        judge(answer, card, shown(card))


@check(points=2)
def what_computes(answer):
    """Cards that compute: videos, large pictures, asking and computing."""
    for place in (1, 4, 6):
        card = answer.Card(*CARDS[place])
        judge(answer, card, shown(card))


@check(points=1)
def what_is_over_at_once(answer):
    """One report and tiny sums gain from nothing."""
    for place in (0, 5):
        card = answer.Card(*CARDS[place])
        judge(answer, card, shown(card))


@check(points=2)
def other_cards(answer):
    """Six hundred other cards: few and many jobs, short and long, that wait and that compute."""
    for numbers in product(
        (1, 3, 8, 9, 20, 100, 1000, 1001, 3000),
        (0, 0.001, 0.1, 4),
        (0, 2, 6),
        ("async", "blocking"),
        (0, 1, 200),
    ):
        card = answer.Card(*numbers)
        if card.cpu or card.wait:
            judge(answer, card, shown(card))


CARDS = [
    (1, 2, 0, "blocking", 0),
    (8, 5, 0, "blocking", 1),
    (50, 0, 2, "blocking", 0),
    (5000, 0, 2, "async", 0),
    (40, 0.5, 0, "blocking", 100),
    (1000, 0.0001, 0, "blocking", 0),
    (200, 0.5, 1, "blocking", 1),
    (20, 0, 1, "async", 0),
    (2, 0, 5, "blocking", 0),
    (300, 0.001, 1, "async", 0),
]
