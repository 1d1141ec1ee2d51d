import asyncio

queue = asyncio.Queue(maxsize=1)


async def produce():
    for number in range(4):
        await asyncio.sleep(0.1)
        await queue.put(number)


async def consume():
    for _ in range(4):
        print(await queue.get())
        await asyncio.sleep(0.25)


async def main():
    await asyncio.gather(produce(), consume())


asyncio.run(main())
