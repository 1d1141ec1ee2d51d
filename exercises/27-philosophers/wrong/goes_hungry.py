# rejected by: nobody_starves
def dine(forks, number, eat):
    left = forks[number]
    right = forks[(number + 1) % len(forks)]
    with left:
        if right.acquire(timeout=200):
            try:
                eat()
            finally:
                right.release()
