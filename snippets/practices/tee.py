import tracemalloc
from itertools import tee


def peak(read):
    tracemalloc.start()
    read(*tee(n * n for n in range(200_000)))
    top = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return f"{top / 1e6:.2f} MB"


print("in step:", peak(lambda a, b: sum(map(max, a, b))))
print("in turn:", peak(lambda a, b: sum(a) + sum(b)))
