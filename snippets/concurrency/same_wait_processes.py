import asyncio
import time
from concurrent import futures

waits = [0.4] * 3


async def main():
    await asyncio.gather(*map(asyncio.sleep, waits))


if __name__ == "__main__":
    asyncio.run(main())
    with futures.ThreadPoolExecutor(3) as pool:
        list(pool.map(time.sleep, waits))
    with futures.ProcessPoolExecutor(3) as pool:
        list(pool.map(time.sleep, waits))
