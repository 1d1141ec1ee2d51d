import asyncio
import time
from concurrent import futures


async def main():
    await asyncio.gather(*map(asyncio.sleep, [0.4, 0.4]))


if __name__ == "__main__":
    asyncio.run(main())
    with futures.ThreadPoolExecutor(2) as pool:
        pool.map(time.sleep, [0.4, 0.4])
    with futures.ProcessPoolExecutor(2) as pool:
        pool.map(time.sleep, [0.4, 0.4])
