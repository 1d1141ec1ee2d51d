# rejected by: raises_the_error_itself
import asyncio


async def fetch_all(fetch, names):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(fetch(name)) for name in names]
    return [task.result() for task in tasks]
