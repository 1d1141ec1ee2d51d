# rejected by: what_computes
from collections import namedtuple

Card = namedtuple("Card", "jobs cpu wait libraries megabytes")
ALL = [Card(1, 2, 0, "blocking", 0)] * 10


def choose(card):
    if card.libraries == "async" or card.cpu:
        return "asyncio"
    return "threads"
