import asyncio
import time


async def spin():
    while True:
        print(end="|", flush=True)
        await asyncio.sleep(0.1)


async def main():
    spinner = asyncio.create_task(spin(), name="spinner")
    await asyncio.sleep(0.35)
    time.sleep(0.5)  # knows nothing of asyncio
    await asyncio.sleep(0.35)
    spinner.cancel()


asyncio.run(main())
