import asyncio


async def stubborn():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:  # and never raises it
        return "I stay"


async def main():
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    print("cancel():", task.cancel(), "->", await task)
    print("cancelled():", task.cancelled())


asyncio.run(main())
