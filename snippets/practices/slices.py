import tracemalloc

data = bytes(2_000_000)
step = 100_000


def peak(source):
    tracemalloc.start()
    starts = range(0, len(source), step)
    parts = [source[i : i + step] for i in starts]
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return f"{top / 1000:.0f} kB for {len(parts)}"


print("bytes:     ", peak(data))
print("memoryview:", peak(memoryview(data)))
