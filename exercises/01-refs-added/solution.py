import sys


def refs_added(op, obj):
    before = sys.getrefcount(obj)
    kept = op(obj)
    after = sys.getrefcount(obj)
    del kept
    return after - before
