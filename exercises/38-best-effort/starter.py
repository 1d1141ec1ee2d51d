import asyncio


async def best_effort(jobs, seconds):
    """The results that are there in time."""
    results = {}
    for name, job in jobs.items():
        try:
            async with asyncio.timeout(seconds):
                results[name] = await job()
        except TimeoutError:
            pass
    return results
