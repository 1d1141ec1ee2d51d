class Account:
    def __init__(self, store):
        self._store = store

    async def deposit(self, amount):
        """Add to the balance."""
        balance = await self._store.read()
        await self._store.write(balance + amount)
