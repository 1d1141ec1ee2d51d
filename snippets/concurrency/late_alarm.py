import asyncio
from time import perf_counter as now


async def alarm(start):
    await asyncio.sleep(0.1)
    print("late by", round(now() - start - 0.1), "s")


async def main():
    task = asyncio.create_task(alarm(start := now()))
    await asyncio.sleep(0)
    while now() - start < 1:  # computes, never awaits
        pass
    await task


asyncio.run(main())
