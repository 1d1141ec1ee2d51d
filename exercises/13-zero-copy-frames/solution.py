def frames(buffer):
    """Yield each frame as a view of the buffer."""
    with memoryview(buffer) as view:
        start = 0
        while start < len(view):
            body = start + 4
            length = int.from_bytes(view[start:body], "big")
            start = body + length
            if start > len(view):
                raise ValueError("the buffer ends too soon")
            yield view[body:start]
