"""K15: after an error gather leaves the other tasks running and a TaskGroup cancels them; a timeout cancels; cancellation is no Exception; a task that nothing refers to can be collected."""
# runs on: engine, python>=3.11

import asyncio
import gc


async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("no")


async def sibling(log):
    try:
        await asyncio.sleep(0.05)
        log.append("finished")
    except asyncio.CancelledError:
        log.append("cancelled")
        raise


async def gathered():
    log = []
    try:
        await asyncio.gather(fail(), sibling(log))
    except ValueError:
        await asyncio.sleep(0.1)
    return log


async def grouped():
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(sibling(log))
    except* ValueError:
        pass
    return log


async def in_time():
    log = []
    try:
        async with asyncio.timeout(0.01):
            await sibling(log)
    except TimeoutError:
        log.append("timeout")
    return log


async def swallows():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        return "went on"


async def stubborn():
    task = asyncio.create_task(swallows())
    await asyncio.sleep(0)
    task.cancel()
    return await task, task.cancelled()


async def abandoned():
    said = []
    asyncio.get_running_loop().set_exception_handler(lambda _, what: said.append(what["message"]))

    async def wait_for_nobody():
        await asyncio.get_running_loop().create_future()

    asyncio.create_task(wait_for_nobody())  # noqa: RUF006
    await asyncio.sleep(0)
    gc.collect()
    return said


assert asyncio.run(gathered()) == ["finished"]
assert asyncio.run(grouped()) == ["cancelled"]
assert asyncio.run(in_time()) == ["cancelled", "timeout"]
assert asyncio.run(stubborn()) == ("went on", False)
assert not issubclass(asyncio.CancelledError, Exception)
assert asyncio.run(abandoned()) == ["Task was destroyed but it is pending!"]
