def frames(buffer):
    """Yield each frame as a view of the buffer."""
    with memoryview(buffer) as view:
        start = 0
        while start < len(view):
            body = start + 4
            if body > len(view):
                raise ValueError("ends within a length")
            length = int.from_bytes(view[start:body], "big")
            start = body + length
            if start > len(view):
                raise ValueError("ends within a frame")
            yield view[body:start]
