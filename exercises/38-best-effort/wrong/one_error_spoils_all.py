# rejected by: leaves_errors_out
import asyncio


async def best_effort(jobs, seconds):
    results = {}

    async def run(name, job):
        results[name] = await job()

    try:
        async with asyncio.timeout(seconds):
            async with asyncio.TaskGroup() as group:
                for name, job in jobs.items():
                    group.create_task(run(name, job))
    except (TimeoutError, ExceptionGroup):
        pass
    return {name: results[name] for name in jobs if name in results}
