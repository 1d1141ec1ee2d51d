import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

waits = [0.4, 0.4]


async def main():
    await asyncio.gather(*map(asyncio.sleep, waits))


if __name__ == "__main__":
    asyncio.run(main())
    for pool in ThreadPoolExecutor, ProcessPoolExecutor:
        with pool(2) as workers:
            list(workers.map(time.sleep, waits))
