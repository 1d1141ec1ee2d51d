import asyncio


async def work(name, polite):
    for _ in range(3):
        print(name, end="")
        if polite:
            await asyncio.sleep(0)


async def main():
    for polite in (False, True):
        jobs = [work(name, polite) for name in "ABC"]
        await asyncio.gather(*jobs)
        print()


asyncio.run(main())
