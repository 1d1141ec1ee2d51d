import asyncio


class Background:
    def __init__(self, on_error):
        self._on_error = on_error
        self._tasks = {}
        self._number = 0
        self._open = True

    def __len__(self):
        return len(self._tasks)

    async def _run(self, number, coroutine):
        try:
            return await coroutine
        except Exception as error:
            self._on_error(error)
        finally:
            self._tasks.pop(number, None)
            coroutine.close()

    def spawn(self, coroutine):
        if not self._open:
            coroutine.close()
            raise RuntimeError("this is closed")
        self._number += 1
        task = self._tasks[self._number] = asyncio.create_task(self._run(self._number, coroutine))
        return task

    async def aclose(self):
        self._open = False
        for task in list(self._tasks.values()):
            task.cancel()
        while self._tasks:
            await asyncio.wait(list(self._tasks.values()))
            self._tasks = {n: t for n, t in self._tasks.items() if not t.done()}
