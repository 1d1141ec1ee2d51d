# rejected by: views_of_the_buffer
def frames(buffer):
    start = 0
    while start < len(buffer):
        body = start + 4
        if body > len(buffer):
            raise ValueError("ends within a length")
        length = int.from_bytes(buffer[start:body], "big")
        start = body + length
        if start > len(buffer):
            raise ValueError("ends within a frame")
        yield memoryview(bytes(buffer[body:start]))
