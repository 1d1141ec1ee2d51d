# rejected by: cancelled_twice
async def transfer(connection, parts):
    try:
        for part in parts:
            await connection.send(part)
        await connection.commit()
    except BaseException:
        await connection.rollback()
        raise
    finally:
        connection.close()
