# rejected by: two_at_once
from threading import Lock

table = Lock()


def dine(forks, number, eat):
    with table:
        with forks[number], forks[(number + 1) % len(forks)]:
            eat()
