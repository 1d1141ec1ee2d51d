import asyncio


async def fail():
    raise ValueError("404")


async def main():
    slow = asyncio.create_task(asyncio.sleep(9))
    try:
        await asyncio.gather(fail(), slow)
    except ValueError:
        print("after gather, slow ended:", slow.done())
    try:
        async with asyncio.TaskGroup() as group:
            slow = group.create_task(asyncio.sleep(9))
            group.create_task(fail())
    except* ValueError:
        print("after the group:", slow.done())


asyncio.run(main())
