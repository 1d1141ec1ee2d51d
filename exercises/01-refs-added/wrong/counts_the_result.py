# rejected by: counts_what_is_kept
import gc


def refs_added(op, obj):
    kept = op(obj)
    return sum(held is obj for held in gc.get_referents(kept))
