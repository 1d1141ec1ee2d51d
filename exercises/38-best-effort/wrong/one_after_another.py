# rejected by: returns_what_is_there
import asyncio


async def best_effort(jobs, seconds):
    results = {}
    for name, job in jobs.items():
        try:
            results[name] = await asyncio.wait_for(job(), seconds)
        except Exception:
            pass
    return results
