import asyncio

gate = asyncio.Semaphore(3)


async def fetch(seconds):
    async with gate:
        await asyncio.sleep(seconds)


async def main():
    async with asyncio.TaskGroup() as group:
        for seconds in (3, 1, 2, 2, 1):
            group.create_task(fetch(seconds))


asyncio.run(main())
