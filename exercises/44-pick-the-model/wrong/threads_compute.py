# rejected by: what_computes
from collections import namedtuple

Card = namedtuple("Card", "jobs cpu wait libraries megabytes")
ALL = [
    Card(1, 2, 0, "blocking", 0),  # one report
    Card(8, 5, 0, "blocking", 1),  # eight videos
    Card(50, 0, 2, "blocking", 0),  # an old database
    Card(5000, 0, 2, "async", 0),  # a chat server
    Card(40, 0.5, 0, "blocking", 100),  # large pictures
    Card(1000, 0.0001, 0, "blocking", 0),  # tiny sums
    Card(200, 0.5, 1, "blocking", 1),  # ask and compute
    Card(20, 0, 1, "async", 0),  # twenty pages
    Card(2, 0, 5, "blocking", 0),  # two printers
    Card(300, 0.001, 1, "async", 0),  # a crawler
]


def choose(card):
    if card.jobs == 1:
        return "sync"
    return "asyncio" if card.libraries == "async" else "threads"
