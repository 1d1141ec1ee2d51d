# rejected by: keeps_them_alive
import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._count = 0

    def __len__(self):
        return self._count

    def spawn(self, coroutine):
        self._count += 1
        task = asyncio.create_task(coroutine)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._count -= 1
        if not task.cancelled() and task.exception():
            self._on_error(task.exception())

    async def aclose(self):
        pass
