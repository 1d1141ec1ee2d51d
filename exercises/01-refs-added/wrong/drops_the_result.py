# rejected by: counts_what_is_kept
import sys


def refs_added(op, obj):
    before = sys.getrefcount(obj)
    op(obj)
    return sys.getrefcount(obj) - before
