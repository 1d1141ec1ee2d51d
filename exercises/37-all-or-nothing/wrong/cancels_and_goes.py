# rejected by: cancels_the_others
import asyncio


async def fetch_all(fetch, names):
    tasks = [asyncio.create_task(fetch(name)) for name in names]
    try:
        return await asyncio.gather(*tasks)
    except Exception:
        for task in tasks:
            task.cancel()
        raise
