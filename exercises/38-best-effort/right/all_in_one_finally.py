import asyncio


async def best_effort(jobs, seconds):
    tasks = {name: asyncio.create_task(job()) for name, job in jobs.items()}
    if not tasks:
        return {}
    try:
        done, pending = await asyncio.wait(tasks.values(), timeout=seconds)
    finally:
        for t in tasks.values():
            t.cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
    return {
        n: t.result()
        for n, t in tasks.items()
        if t in done and not t.cancelled() and t.exception() is None
    }
