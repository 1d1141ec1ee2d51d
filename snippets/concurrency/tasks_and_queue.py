import asyncio

queue = asyncio.Queue(maxsize=1)


async def eat():
    for _ in range(4):
        print(await queue.get())
        await asyncio.sleep(0.25)


async def main():
    eater = asyncio.create_task(eat())
    for number in range(4):
        await queue.put(number)
    await eater


asyncio.run(main())
