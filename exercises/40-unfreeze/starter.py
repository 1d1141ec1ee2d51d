STEPS = 300


async def work(step):
    """The sum of step(n), without freezing the loop."""
    total = 0
    for n in range(STEPS):
        total += step(n)
    return total
