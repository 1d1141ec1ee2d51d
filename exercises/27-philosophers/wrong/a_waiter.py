# rejected by: two_at_once
from threading import Condition

table = Condition()


def dine(forks, number, eat):
    """Take both forks, eat once, put them back."""
    left = forks[number]
    right = forks[(number + 1) % len(forks)]
    with table:
        table.wait_for(lambda: not left.locked() and not right.locked())
        left.acquire()
        right.acquire()
    try:
        eat()
    finally:
        with table:
            left.release()
            right.release()
            table.notify_all()
