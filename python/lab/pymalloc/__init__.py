"""Words for the model of pymalloc: `alloc(64)` gives a block, `free(block)` takes it back.

Doors: all. Imports: the ground alone.

    from lab.pymalloc import alloc, free, statistics

What was asked for lies in `heap`, from the first call to the end of the program.
"""

from .model import ARENA_SIZE, FIRST_ADDRESS, POOL_SIZE, Heap

MOST = 4_000_000  # blocks in one call: a browser's tab has room for so many addresses

heap = Heap()
marks = []  # figures of a recorded program that are still to come, where `start_as` was called
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


def start_as(name):
    """Begin with a heap as CPython's own was before a program that was recorded.

    The programs are "free all", "keep scattered" and "keep neighbours": each asks for three million
    blocks of 16 bytes and gives back all, or all but 150. Raises ValueError for another name.
    """
    global heap
    from .recorded import RECORDED

    if name not in RECORDED:
        raise ValueError(f"{name!r} was not recorded; there are {', '.join(RECORDED)}")
    known = RECORDED[name]

    def place(arena):
        at = FIRST_ADDRESS - (2 * arena + 2) * ARENA_SIZE
        return at + POOL_SIZE // 4 if arena < known["lost"] else at

    heap = Heap(place)
    for size, pools, used in known["start"]:
        _fill(size, pools, used)
    heap.changed.clear()
    marks[:] = known["full"], known["after"]


def _fill(size, pools, used):
    """Have `used` blocks of `size` bytes in so many pools; the first are full, none is empty."""
    if pools == 0:
        return
    first = heap.alloc(size, 1)
    capacity = heap.last.capacity
    blocks = first + heap.alloc(size, pools * capacity - 1)
    spare = len(blocks) - used
    for end in range(len(blocks), 0, -capacity):
        count = min(spare, capacity - 1)
        heap.free(blocks[end - count : end])
        spare -= count


def statistics(heap=None):
    """What `sys._debugmallocstats()` would tell in short: a dict of four numbers."""
    heap = globals()["heap"] if heap is None else heap
    pools = [pool for arena in heap.arenas.values() for pool in arena.pools if pool.used]
    return {
        "arenas": len(heap.arenas),
        "pools": len(pools),
        "blocks": sum(pool.used for pool in pools),
        "unused pools": sum(arena.available for arena in heap.arenas.values()),
    }
