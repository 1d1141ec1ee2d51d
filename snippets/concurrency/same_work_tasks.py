import asyncio


async def work(turns):
    for _ in range(turns):
        sum(range(100_000))


async def main():
    await asyncio.gather(work(100), work(100))


asyncio.run(main())
