# rejected by: nobody_waits_long
STEPS = 300


async def one(step, n):
    return step(n)


async def work(step):
    total = 0
    for n in range(STEPS):
        total += await one(step, n)
    return total
