# rejected by: stays_cancelled
async def transfer(connection, parts):
    try:
        for part in parts:
            await connection.send(part)
        await connection.commit()
    except Exception:
        await connection.rollback()
        raise
    finally:
        connection.close()
