def dine(forks, number, eat):
    """Take both forks, eat once, put them back."""
    left, right = number, (number + 1) % len(forks)
    first, second = sorted((left, right))
    with forks[first], forks[second]:
        eat()
