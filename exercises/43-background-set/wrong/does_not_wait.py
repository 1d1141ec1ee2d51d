# rejected by: closes
import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = set()
        self._closed = False

    def __len__(self):
        return len(self._tasks)

    def spawn(self, coroutine):
        if self._closed:
            coroutine.close()
            raise RuntimeError("closed")
        task = asyncio.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task):
        self._tasks.discard(task)
        if not task.cancelled() and task.exception():
            self._on_error(task.exception())

    async def aclose(self):
        self._closed = True
        for task in self._tasks:
            task.cancel()
