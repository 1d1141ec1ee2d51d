# rejected by: cleans_up
import asyncio


async def best_effort(jobs, seconds):
    tasks = {name: asyncio.create_task(job()) for name, job in jobs.items()}
    if not tasks:
        return {}
    done, pending = await asyncio.wait(tasks.values(), timeout=seconds)
    return {
        name: task.result()
        for name, task in tasks.items()
        if task in done and task.exception() is None
    }
