import asyncio
from time import perf_counter as now


async def main():
    start = now()
    for _ in range(3):
        await asyncio.sleep(0.5)
    print("in turn:", round((now() - start) / 0.5))
    start = now()
    await asyncio.gather(*map(asyncio.sleep, [0.5] * 3))
    print("at once:", round((now() - start) / 0.5))


asyncio.run(main())
