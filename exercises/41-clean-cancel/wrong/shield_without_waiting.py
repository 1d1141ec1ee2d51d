# rejected by: cancelled_twice
import asyncio


async def transfer(connection, parts):
    try:
        for part in parts:
            await connection.send(part)
        await connection.commit()
    except BaseException:
        await asyncio.shield(connection.rollback())
        raise
    finally:
        connection.close()
