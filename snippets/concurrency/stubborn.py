import asyncio


async def stubborn():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:  # and never raises it
        return "I would rather stay"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print("cancel() says", task.cancel())
    print("task says", repr(await task))
    print("cancelled() says", task.cancelled())


asyncio.run(main())
