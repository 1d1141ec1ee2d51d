# rejected by: never_too_many
async def crawl(fetch, pages, most=3):
    return [await fetch(page) for page in pages]
