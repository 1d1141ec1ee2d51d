# rejected by: loses_nothing
from threading import Lock


class Account:
    def __init__(self, store):
        self._store = store
        self._lock = Lock()

    async def deposit(self, amount):
        with self._lock:
            balance = await self._store.read()
            await self._store.write(balance + amount)
