import asyncio


async def crawl(fetch, pages, most=3):
    pages = list(pages)
    results = [None] * len(pages)
    todo = iter(enumerate(pages))
    errors = []

    async def worker():
        for i, page in todo:
            try:
                results[i] = await fetch(page)
            except Exception as error:
                errors.append(error)

    await asyncio.gather(*(worker() for _ in range(most)))
    if errors:
        raise errors[0]
    return results
