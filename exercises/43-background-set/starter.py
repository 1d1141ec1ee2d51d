import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error

    def __len__(self):
        return 0

    def spawn(self, coroutine):
        """Start it, and keep it alive."""
        return asyncio.create_task(coroutine)

    async def aclose(self):
        """End all that are under way."""
