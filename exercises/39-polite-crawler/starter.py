import asyncio


async def crawl(fetch, pages, most=3):
    """Fetch all pages, at most so many at once."""
    return await asyncio.gather(*(fetch(page) for page in pages))
