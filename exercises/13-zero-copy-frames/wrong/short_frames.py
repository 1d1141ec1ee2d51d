# rejected by: what_ends_too_soon
def frames(buffer):
    with memoryview(buffer) as view:
        start = 0
        while start < len(view):
            body = start + 4
            length = int.from_bytes(view[start:body], "big")
            start = body + length
            yield view[body:start]
