def frames(buffer):
    """Yield each frame as a view of the buffer."""
    start = 0
    while start < len(buffer):
        length = buffer[start : start + 4]
        end = start + 4 + int.from_bytes(length, "big")
        yield bytes(buffer[start + 4 : end])
        start = end
