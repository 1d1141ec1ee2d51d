# rejected by: what_ends_too_soon
def frames(buffer):
    with memoryview(buffer) as view:
        start = 0
        while start + 4 <= len(view):
            body = start + 4
            length = int.from_bytes(view[start:body], "big")
            start = body + length
            if start > len(view):
                raise ValueError("ends within a frame")
            yield view[body:start]
