# rejected by: lets_go_of_the_buffer
def frames(buffer):
    view = memoryview(buffer)
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
