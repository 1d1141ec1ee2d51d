import asyncio


async def fail():
    raise ValueError("404")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            slow = group.create_task(asyncio.sleep(9))
            group.create_task(fail())
    except* ValueError as errors:
        print("group raised:", errors.exceptions)
    print("slow was cancelled:", slow.cancelled())


asyncio.run(main())
