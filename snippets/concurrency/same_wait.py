import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def fetch(_):
    time.sleep(0.1)


async def fetch_async():
    await asyncio.sleep(0.1)


async def main():
    await asyncio.gather(
        *(fetch_async() for _ in range(6))
    )


begin = time.perf_counter()
[fetch(n) for n in range(6)]
print(
    "one after another",
    round(time.perf_counter() - begin, 1),
)
begin = time.perf_counter()
with ThreadPoolExecutor(3) as pool:
    list(pool.map(fetch, range(6)))
print(
    "three threads", round(time.perf_counter() - begin, 1)
)
begin = time.perf_counter()
asyncio.run(main())
print("asyncio", round(time.perf_counter() - begin, 1))
