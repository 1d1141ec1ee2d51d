import asyncio


async def transfer(connection, parts):
    """Send all parts and commit, or roll back."""
    try:
        for part in parts:
            await connection.send(part)
        await connection.commit()
    except BaseException:
        undo = asyncio.ensure_future(connection.rollback())
        while not undo.done():
            try:
                await asyncio.shield(undo)
            except asyncio.CancelledError:
                pass
        raise
    finally:
        connection.close()
