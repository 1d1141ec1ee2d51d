import sys


def refs_added(op, obj):
    op(obj)
    return sys.getrefcount(obj) - 1
