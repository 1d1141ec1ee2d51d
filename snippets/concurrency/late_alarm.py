import asyncio
from time import perf_counter as now


async def main():
    start = now()
    alarm = asyncio.create_task(asyncio.sleep(0.1))
    await asyncio.sleep(0)
    while now() - start < 0.5:  # computes, never awaits
        pass
    await alarm
    print("due 0.1 s, rang", round(now() - start, 1))


asyncio.run(main())
