"""K16: asyncio.run works in a cell, and to_thread leaves the event loop free where a blocking call stops it."""
# runs on: engine, python>=3.9

import asyncio
import threading
import time


async def ticks_during(work):
    ticks = 0

    async def tick():
        nonlocal ticks
        while True:
            await asyncio.sleep(0.02)
            ticks += 1

    ticker = asyncio.create_task(tick())
    await asyncio.sleep(0)
    result = await work()
    seen = ticks
    ticker.cancel()
    return seen, result


async def blocks():
    time.sleep(0.3)
    return threading.current_thread() is threading.main_thread()


async def hands_over():
    def sleep():
        time.sleep(0.3)
        return threading.current_thread() is threading.main_thread()

    return await asyncio.to_thread(sleep)


assert asyncio.run(ticks_during(blocks)) == (0, True)
ticks, in_main = asyncio.run(ticks_during(hands_over))
assert ticks >= 3, ticks
assert not in_main
