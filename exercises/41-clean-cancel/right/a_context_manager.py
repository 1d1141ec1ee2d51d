import asyncio
from contextlib import AsyncExitStack, closing


async def undisturbed(coroutine):
    task = asyncio.create_task(coroutine)
    cancelled = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled:
        raise cancelled
    return task.result()


class Transaction:
    def __init__(self, connection):
        self.connection = connection

    async def __aenter__(self):
        return self.connection

    async def __aexit__(self, kind, error, trace):
        with closing(self.connection):
            if kind is None:
                try:
                    await self.connection.commit()
                except BaseException:
                    await undisturbed(self.connection.rollback())
                    raise
            else:
                await undisturbed(self.connection.rollback())


async def transfer(connection, parts):
    async with Transaction(connection):
        for part in parts:
            await connection.send(part)
