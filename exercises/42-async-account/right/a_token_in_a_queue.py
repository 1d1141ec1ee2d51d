import asyncio


class Account:
    def __init__(self, store):
        self._store = store
        self._queue = asyncio.Queue()
        self._queue.put_nowait("token")

    async def deposit(self, amount):
        token = await self._queue.get()
        try:
            balance = await self._store.read()
            await self._store.write(balance + amount)
        finally:
            self._queue.put_nowait(token)
