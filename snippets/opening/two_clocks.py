import asyncio
from time import perf_counter as now


async def main():
    start = now()
    for _ in range(3):
        await asyncio.sleep(1)
    print("in turn:", round(now() - start))
    start = now()
    await asyncio.gather(*map(asyncio.sleep, [1] * 3))
    print("at once:", round(now() - start))


asyncio.run(main())
