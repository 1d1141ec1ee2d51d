# rejected by: waits_properly
import time


def dine(forks, number, eat):
    left = forks[number]
    right = forks[(number + 1) % len(forks)]
    while True:
        with left:
            if right.acquire(blocking=False):
                try:
                    return eat()
                finally:
                    right.release()
        time.sleep(0.01 * (number + 1))
