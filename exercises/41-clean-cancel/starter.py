async def transfer(connection, parts):
    """Send all parts and commit, or roll back."""
    try:
        for part in parts:
            await connection.send(part)
        await connection.commit()
    except Exception:
        await connection.rollback()
    connection.close()
