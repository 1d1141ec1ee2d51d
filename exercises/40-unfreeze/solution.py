import asyncio
import time

STEPS = 300


async def work(step):
    """The sum of step(n), without freezing the loop."""
    total = 0
    since = time.monotonic()
    for n in range(STEPS):
        total += step(n)
        if time.monotonic() - since > 0.02:
            await asyncio.sleep(0)
            since = time.monotonic()
    return total
