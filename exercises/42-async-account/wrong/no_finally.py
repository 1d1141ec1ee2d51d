# rejected by: cancelled_on_the_way
import asyncio


class Account:
    def __init__(self, store):
        self._store = store
        self._lock = asyncio.Lock()

    async def deposit(self, amount):
        await self._lock.acquire()
        balance = await self._store.read()
        await self._store.write(balance + amount)
        self._lock.release()
