import asyncio


async def fetch_all(fetch, names):
    """Results in order, or the first error."""
    return await asyncio.gather(*(fetch(name) for name in names))
