import asyncio

gate = asyncio.Semaphore(2)


async def fetch(seconds):
    async with gate:
        await asyncio.sleep(seconds)


async def main():
    await asyncio.gather(*map(fetch, (3, 1, 2, 1)))


asyncio.run(main())
