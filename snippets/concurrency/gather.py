import asyncio


async def fail():
    raise ValueError("404")


async def main():
    slow = asyncio.create_task(asyncio.sleep(0.2, "done"))
    try:
        await asyncio.gather(fail(), slow)
    except ValueError as error:
        print("gather raised:", error)
    print("slow was", await slow)


asyncio.run(main())
