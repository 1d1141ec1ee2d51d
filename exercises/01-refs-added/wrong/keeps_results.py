# rejected by: runs_once_and_keeps_nothing
import sys

kept = []


def refs_added(op, obj):
    before = sys.getrefcount(obj)
    kept.append(op(obj))
    return sys.getrefcount(obj) - before
