"""Words for the model of pymalloc: `alloc(64)` gives a block, `free(block)` takes it back.

    from lab.pymalloc import alloc, free, statistics

What was asked for lies in `heap`, from the first call to the end of the program.
"""

from .pymalloc_model import Heap

MOST = 4_000_000  # blocks in one call: a browser's tab has room for so many addresses

heap = Heap()
look = None  # called with a word and a number after each call, where someone looks on


def alloc(size, count=None):
    """Ask for a block of `size` bytes and return its address; with `count` a list of addresses.

    More than 512 bytes come from malloc, not from a pool. Raises TypeError and ValueError where
    `size` or `count` is no whole number from 0, or there are too many.
    """
    for what, number in (("size", size), ("count", 1 if count is None else count)):
        if not isinstance(number, int):
            raise TypeError(f"the {what} must be a whole number, not {type(number).__name__}")
        if number < 0:
            raise ValueError(f"the {what} must be 0 or more, not {number}")
    if count is not None and count > MOST:
        raise ValueError(f"at most {MOST:,} blocks at a time")
    blocks = heap.alloc(size, 1 if count is None else count)
    if look is not None:
        look(f"alloc({size})", len(blocks))
    return blocks[0] if count is None else blocks


def free(blocks):
    """Give back a block, or all blocks of a list, in its order.

    Raises ValueError at the first that is not in use; those before it are given back.
    """
    if isinstance(blocks, int):
        blocks = [blocks]
    heap.free(blocks)
    if look is not None:
        look("free", len(blocks))


def statistics(heap=heap):
    """What `sys._debugmallocstats()` would tell in short: a dict of four numbers."""
    pools = [pool for arena in heap.arenas.values() for pool in arena.pools if pool.used]
    return {
        "arenas": len(heap.arenas),
        "pools": len(pools),
        "blocks": sum(pool.used for pool in pools),
        "unused pools": sum(arena.available for arena in heap.arenas.values()),
    }
