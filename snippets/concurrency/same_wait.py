import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

waits = [0.1] * 6


async def main():
    await asyncio.gather(*map(asyncio.sleep, waits))


for seconds in waits:
    time.sleep(seconds)  # in turn
with ThreadPoolExecutor(3) as pool:
    pool.map(time.sleep, waits)  # three threads
asyncio.run(main())  # one loop
