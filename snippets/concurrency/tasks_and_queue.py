import asyncio


async def produce(queue):
    for number in range(4):
        await asyncio.sleep(0.1)
        await queue.put(number)
    queue.shutdown()


async def consume(queue):
    try:
        while True:
            print(await queue.get())
            await asyncio.sleep(0.25)
    except asyncio.QueueShutDown:
        print("no more")


async def main():
    queue = asyncio.Queue(maxsize=1)
    await asyncio.gather(produce(queue), consume(queue))


asyncio.run(main())
