import asyncio
from concurrent.futures import ThreadPoolExecutor
from time import sleep


async def main():
    await asyncio.gather(*map(asyncio.sleep, [0.1] * 6))


list(map(sleep, [0.1] * 6))  # in turn
with ThreadPoolExecutor(3) as pool:
    pool.map(sleep, [0.1] * 6)  # three threads
asyncio.run(main())  # one loop
