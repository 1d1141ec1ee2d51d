# rejected by: what_is_over_at_once
from collections import namedtuple

Card = namedtuple("Card", "jobs cpu wait libraries megabytes")
ALL = [Card(1, 2, 0, "blocking", 0)] * 10


def choose(card):
    if card.libraries == "async":
        return "asyncio"
    return "processes" if card.cpu else "threads"
