import tracemalloc


def load():
    data = bytearray(5_000_000)
    raise ValueError(f"no row in {len(data)} bytes")


tracemalloc.start()
errors = []
for _ in range(4):
    try:
        load()
    except ValueError as error:
        errors.append(error)
print(tracemalloc.get_traced_memory()[0] // 10**6, "MB")
tracemalloc.stop()
