# rejected by: never_too_many
import asyncio


async def crawl(fetch, pages, most=3):
    async def one(page):
        async with asyncio.Semaphore(most):
            return await fetch(page)

    return await asyncio.gather(*(one(page) for page in pages))
