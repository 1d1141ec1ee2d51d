import asyncio, time

async def tick():
    for _ in range(3):
        print("tick")
        await asyncio.sleep(0.1)

async def compute():
    await asyncio.sleep(0.1)
    time.sleep(0.3)

async def main():
    await asyncio.gather(tick(), compute())

asyncio.run(main())
