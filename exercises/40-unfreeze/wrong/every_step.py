# rejected by: seldom_gives_way
import asyncio

STEPS = 300


async def work(step):
    total = 0
    for n in range(STEPS):
        total += step(n)
        await asyncio.sleep(0)
    return total
