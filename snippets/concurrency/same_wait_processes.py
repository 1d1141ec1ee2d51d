import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


async def main():
    await asyncio.gather(*map(asyncio.sleep, [0.4, 0.4]))


if __name__ == "__main__":
    asyncio.run(main())
    for pool in ThreadPoolExecutor, ProcessPoolExecutor:
        with pool(2) as workers:
            list(workers.map(time.sleep, [0.4, 0.4]))
