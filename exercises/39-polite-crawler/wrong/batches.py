# rejected by: never_too_few
import asyncio


async def crawl(fetch, pages, most=3):
    pages, results = list(pages), []
    for start in range(0, len(pages), most):
        batch = pages[start : start + most]
        results += await asyncio.gather(*map(fetch, batch))
    return results
