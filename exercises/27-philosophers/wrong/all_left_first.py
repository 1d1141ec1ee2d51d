# rejected by: nobody_starves
def dine(forks, number, eat):
    with forks[number], forks[(number + 1) % len(forks)]:
        eat()
