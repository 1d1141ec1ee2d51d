# rejected by: loses_nothing
import asyncio


class Account:
    def __init__(self, store):
        self._store = store

    async def deposit(self, amount):
        async with asyncio.Lock():
            balance = await self._store.read()
            await self._store.write(balance + amount)
