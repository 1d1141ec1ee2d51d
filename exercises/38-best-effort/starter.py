import asyncio


async def best_effort(jobs, seconds):
    """The results that are there in time."""
    results = {}
    for name, job in jobs.items():
        try:
            results[name] = await asyncio.wait_for(job(), seconds)
        except TimeoutError:
            pass
    return results
