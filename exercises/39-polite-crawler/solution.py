import asyncio


async def crawl(fetch, pages, most=3):
    """Fetch all pages, at most so many at once."""
    gate = asyncio.Semaphore(most)

    async def one(page):
        async with gate:
            return await fetch(page)

    return await asyncio.gather(*(one(page) for page in pages))
