import tracemalloc


def peak(work):
    tracemalloc.start()
    work()
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return top


N = 200_000
full = peak(lambda: sum([n * n for n in range(N)]))
lazy = peak(lambda: sum(n * n for n in range(N)))
print(f"list:      {full / 1e6:.1f} MB")
print(f"generator: {lazy / 1e6:.4f} MB")
