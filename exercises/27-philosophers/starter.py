def dine(forks, number, eat):
    """Take both forks, eat once, put them back."""
    left = forks[number]
    right = forks[(number + 1) % len(forks)]
    with left:
        with right:
            eat()
