# rejected by: stays_in_its_thread
import asyncio

STEPS = 300


async def work(step):
    total = 0
    for start in range(0, STEPS, 20):
        total += await asyncio.to_thread(
            lambda start=start: sum(step(n) for n in range(start, start + 20))
        )
    return total
