# rejected by: forgets_what_is_done
import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = set()
        self._closed = False

    def __len__(self):
        return len(self._tasks)

    def spawn(self, coroutine):
        """Start it, and keep it alive."""
        if self._closed:
            coroutine.close()
            raise RuntimeError("the background is closed")
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            self._on_error(task.exception())

    async def aclose(self):
        """End all that are under way."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        self._closed = True
