import asyncio


async def best_effort(jobs, seconds):
    """The results that are there in time."""
    tasks = {name: asyncio.create_task(job()) for name, job in jobs.items()}
    if not tasks:
        return {}
    done, pending = await asyncio.wait(tasks.values(), timeout=seconds)
    for task in pending:
        task.cancel()
    await asyncio.gather(*tasks.values(), return_exceptions=True)
    return {
        name: task.result()
        for name, task in tasks.items()
        if task in done and task.exception() is None
    }
