# rejected by: stays_cancelled
import asyncio


async def transfer(connection, parts):
    try:
        for part in parts:
            await connection.send(part)
        await connection.commit()
    except asyncio.CancelledError:
        await connection.rollback()
    except Exception:
        await connection.rollback()
        raise
    finally:
        connection.close()
