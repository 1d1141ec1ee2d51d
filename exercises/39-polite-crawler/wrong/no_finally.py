# rejected by: an_error_frees_its_place
import asyncio

gates = {}


async def crawl(fetch, pages, most=3):
    loop = asyncio.get_running_loop()
    gate = asyncio.Semaphore(most)

    async def one(page):
        await gate.acquire()
        result = await fetch(page)
        gate.release()
        return result

    results = await asyncio.gather(*(one(page) for page in pages))
    assert loop is asyncio.get_running_loop()
    return results
