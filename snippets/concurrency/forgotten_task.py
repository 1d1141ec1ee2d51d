import asyncio
import gc


async def report():
    await asyncio.Future()  # the answer of a service
    print("reported")


async def main():
    asyncio.create_task(report())
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(1)
    print("tasks left:", len(asyncio.all_tasks()) - 1)


asyncio.run(main())
