import tracemalloc

data = bytes(2_000_000)
starts = range(0, len(data), 100_000)

for source in (data, memoryview(data)):
    tracemalloc.start()
    parts = [source[i : i + 100_000] for i in starts]
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    print(f"{type(source).__name__:10} {top // 1000} kB")
