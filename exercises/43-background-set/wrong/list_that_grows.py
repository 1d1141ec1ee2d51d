# rejected by: keeps_them_alive
import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = []

    def __len__(self):
        return len(self._tasks)

    def spawn(self, coroutine):
        task = asyncio.create_task(coroutine)
        self._tasks.append(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        if not task.cancelled() and task.exception():
            self._on_error(task.exception())

    async def aclose(self):
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
