# rejected by: loses_nothing
import asyncio


class Account:
    def __init__(self, store):
        self._store = store
        self._lock = asyncio.Lock()

    async def deposit(self, amount):
        balance = await self._store.read()
        async with self._lock:
            await self._store.write(balance + amount)
