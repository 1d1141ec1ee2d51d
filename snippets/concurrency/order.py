import asyncio


async def say(word):
    print(word)


async def main():
    task = asyncio.create_task(say("task"))
    await say("awaited")
    forgotten = say("forgotten")
    print("end of main")
    await task
    forgotten.close()


asyncio.run(main())
