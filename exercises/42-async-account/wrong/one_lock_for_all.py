# rejected by: accounts_do_not_wait_for_each_other
import asyncio


class Account:
    _lock = asyncio.Lock()

    def __init__(self, store):
        self._store = store

    async def deposit(self, amount):
        async with self._lock:
            balance = await self._store.read()
            await self._store.write(balance + amount)
