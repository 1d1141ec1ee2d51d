import asyncio
from contextvars import ContextVar

user = ContextVar("user", default="nobody")


async def handle(name):
    user.set(name)
    await asyncio.sleep(0)  # the others run here
    print(name, "sees", user.get())


async def main():
    await asyncio.gather(handle("Ada"), handle("Bob"))
    print("main sees", user.get())


asyncio.run(main())
