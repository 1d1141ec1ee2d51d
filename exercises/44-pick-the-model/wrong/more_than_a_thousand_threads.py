# rejected by: what_waits
from collections import namedtuple

Card = namedtuple("Card", "jobs cpu wait libraries megabytes")
ALL = [Card(1, 2, 0, "blocking", 0)] * 10


def choose(card):
    if card.jobs == 1 or card.cpu and card.cpu < 0.001:
        return "sync"
    if card.cpu > 0.1:
        return "processes" if card.megabytes < 50 else "threads"
    return "threads"
