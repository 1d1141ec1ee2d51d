import sys


def gained(thing):
    start = sys.getrefcount(thing)
    million = [thing] * 1_000_000
    return sys.getrefcount(thing) - start


print("object():", gained(object()))
print("None:    ", gained(None))
print("None has", sys.getrefcount(None))
