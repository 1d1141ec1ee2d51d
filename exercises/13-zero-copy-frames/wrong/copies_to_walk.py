# rejected by: two_megabytes
def frames(buffer):
    with memoryview(buffer) as view:
        data = bytes(buffer)
        start = 0
        while start < len(data):
            body = start + 4
            if body > len(data):
                raise ValueError("ends within a length")
            length = int.from_bytes(data[start:body], "big")
            start = body + length
            if start > len(data):
                raise ValueError("ends within a frame")
            yield view[body:start]
