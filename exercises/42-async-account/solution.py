import asyncio


class Account:
    def __init__(self, store):
        self._store = store
        self._lock = asyncio.Lock()

    async def deposit(self, amount):
        """Add to the balance."""
        async with self._lock:
            balance = await self._store.read()
            await self._store.write(balance + amount)
