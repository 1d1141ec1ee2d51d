"""K6: summing 200,000 squares peaks a thousand times higher by a list than by a generator, and slices of bytes copy where those of a memoryview do not."""
# runs on: engine, python>=3.9

import tracemalloc


def peak(work):
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    kept = work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most - before + 0 * bool(kept)


COUNT = 200_000
by_list = peak(lambda: sum([n * n for n in range(COUNT)]))
by_generator = peak(lambda: sum(n * n for n in range(COUNT)))
assert by_list > 1000 * by_generator, (by_list, by_generator)

data = bytes(1_000_000)
view = memoryview(data)
copies = peak(lambda: [data[start:] for start in range(0, 100, 10)])
views = peak(lambda: [view[start:] for start in range(0, 100, 10)])
assert copies > 1000 * views, (copies, views)
