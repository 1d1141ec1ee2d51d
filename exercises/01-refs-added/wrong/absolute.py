# rejected by: other_references_do_not_matter
import sys


def refs_added(op, obj):
    kept = op(obj)
    after = sys.getrefcount(obj) - 4
    del kept
    return after
