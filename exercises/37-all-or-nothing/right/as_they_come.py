import asyncio


async def fetch_all(fetch, names):
    tasks = {asyncio.create_task(fetch(n)): i for i, n in enumerate(names)}
    results = [None] * len(tasks)
    pending = set(tasks)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                results[tasks[task]] = task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results
