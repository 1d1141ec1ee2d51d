import asyncio
from asyncio import sleep, wait_for
from contextlib import suppress


async def main():
    slow = asyncio.create_task(sleep(9))
    with suppress(TimeoutError):
        await asyncio.gather(wait_for(sleep(5), 1), slow)
    print("after gather, slow ended:", slow.done())
    with suppress(TimeoutError):
        async with asyncio.TaskGroup() as group:
            slow = group.create_task(sleep(9))
            group.create_task(wait_for(sleep(5), 1))
    print("after the group:", slow.done())


asyncio.run(main())
