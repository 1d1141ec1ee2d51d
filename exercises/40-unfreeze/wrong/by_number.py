# rejected by: nobody_waits_long
import asyncio

STEPS = 300


async def work(step):
    total = 0
    for n in range(STEPS):
        total += step(n)
        if n % 30 == 29:
            await asyncio.sleep(0)
    return total
