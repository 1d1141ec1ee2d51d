buffer = bytearray(b"header and a long body")
view = memoryview(buffer)[:6]

buffer[:6] = b"HEADER"
print(bytes(view))
try:
    buffer.extend(b", and more")
except BufferError as error:
    print("BufferError:", error)
view.release()
buffer.extend(b", and more")
print(len(buffer))
