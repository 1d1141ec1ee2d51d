import asyncio

balance = 0


async def deposit():
    global balance
    seen = balance
    await asyncio.sleep(0)  # ask the bank
    balance = seen + 1


async def main():
    await asyncio.gather(*[deposit() for _ in range(100)])
    print("100 deposits, balance:", balance)


asyncio.run(main())
