import asyncio
import gc


async def report():
    answer = asyncio.Future()  # of a service
    await answer
    print("reported")


async def main():
    asyncio.create_task(report())
    await asyncio.sleep(0)
    gc.collect()
    await asyncio.sleep(1)
    print("tasks left:", len(asyncio.all_tasks()) - 1)


asyncio.run(main())
