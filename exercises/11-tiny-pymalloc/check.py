"""Checks of “A tiny pymalloc”."""

from lab.grading import check, expect, generated, require

ARENA, POOL = 1024, 256


def pool_of(address):
    """The first address of its pool."""
    return address // POOL * POOL


def arena_of(address):
    """The first address of its arena."""
    return address // ARENA * ARENA


def fill(heap, size, pools):
    """Mallocs so many pools full of one size; the addresses, pool by pool."""
    addresses = [heap.malloc(size) for _ in range(pools * (POOL // size))]
    by_pool = {}
    for address in addresses:
        by_pool.setdefault(pool_of(address), []).append(address)
    expect(
        len(by_pool),
        pools,
        f"the number of pools that {len(addresses)} blocks of {size} bytes lie in",
    )
    return list(by_pool.values())


@check(points=1)
def blocks_lie_apart(answer):
    """Blocks lie in pools of an arena that is held, and none overlaps another."""
    heap = answer.Heap()
    expect(len(heap.arenas), 0, "len(heap.arenas) of a new heap")
    taken = {}
    for size in (1, 16, 17, 32, 33, 48, 49, 64) * 6:
        address = heap.malloc(size)
        require(type(address) is int, f"malloc({size}) returned {address!r}, expected an address.")
        require(
            arena_of(address) in heap.arenas,
            f"malloc({size}) returned {address}, which is in no arena of heap.arenas.",
        )
        block = (size + 15) // 16 * 16
        require(
            address + block <= pool_of(address) + POOL,
            f"The block of {block} bytes at {address} does not end in its pool.",
        )
        for byte in range(address, address + block):
            require(
                byte not in taken,
                f"malloc({size}) returned {address}, whose block overlaps that at {taken.get(byte)}, which is in use.",
            )
            taken[byte] = address


@check(points=1)
def one_size_a_pool(answer):
    """A pool holds blocks of one size, as many as it has room for."""
    for size, blocks in ((16, 16), (32, 8), (48, 5), (64, 4)):
        heap = answer.Heap()
        pools = {pool_of(heap.malloc(size)) for _ in range(blocks)}
        expect(len(pools), 1, f"the number of pools that {blocks} blocks of {size} bytes lie in")
        other = pool_of(heap.malloc(size))
        require(
            other not in pools,
            f"The block number {blocks + 1} of {size} bytes lies in a pool that is full.",
        )
        expect(len(heap.arenas), 1, f"len(heap.arenas) after {blocks + 1} blocks of {size} bytes")
    heap = answer.Heap()
    pools = {pool_of(heap.malloc(size)) for size in (64, 16, 48, 32)}
    expect(len(pools), 4, "the number of pools that blocks of 64, 16, 48 and 32 bytes lie in")
    pools = {pool_of(heap.malloc(size)) for size in (9, 31, 47, 50)}
    expect(
        (len(pools), len(heap.arenas)),
        (4, 1),
        "the number of pools and arenas after one more for each size",
    )


@check(points=2)
def freed_last_is_first(answer):
    """The block that was freed last is handed out first, in its pool, before any unused pool."""
    heap = answer.Heap()
    blocks = [heap.malloc(32) for _ in range(8)]
    expect(len(set(blocks)), 8, "the number of different addresses that eight malloc(32) returned")
    for number in (2, 5, 3):
        heap.free(blocks[number])
    again = [heap.malloc(20) for _ in range(3)]
    expect(
        again,
        [blocks[number] for number in (3, 5, 2)],
        "three blocks, after those number 2, 5 and 3 of a full pool were freed,",
    )


@check(points=2)
def a_pool_gets_another_size(answer):
    """A pool whose blocks are all free serves any size, and not before."""
    heap = answer.Heap()
    pools = fill(heap, 16, 4)
    expect(len(heap.arenas), 1, "len(heap.arenas) after four full pools")
    for address in pools[1][1:]:
        heap.free(address)
    require(
        pool_of(heap.malloc(64)) not in {pool_of(pool[0]) for pool in pools},
        "malloc(64) gave a block in a pool with blocks of 16 bytes in use.",
    )
    expect(
        len(heap.arenas),
        2,
        "len(heap.arenas) after malloc(64), where the one arena has no unused pool,",
    )
    heap = answer.Heap()
    pools = fill(heap, 16, 4)
    for address in pools[1]:
        heap.free(address)
    expect(
        pool_of(heap.malloc(64)),
        pool_of(pools[1][0]),
        "the pool of malloc(64), where one of four pools is unused,",
    )
    expect(len(heap.arenas), 1, "len(heap.arenas) after that")


@check(points=2)
def the_fullest_arena_first(answer):
    """An unused pool is taken from the arena with the fewest unused pools."""
    for kept in ((1, 3, 2), (3, 1, 2), (2, 1, 3)):
        heap = answer.Heap()
        arenas = {}
        for pool in fill(heap, 64, 12):
            arenas.setdefault(arena_of(pool[0]), []).append(pool)
        for pools, count in zip(arenas.values(), kept):
            for pool in pools[count:]:
                for address in pool:
                    heap.free(address)
        order = sorted(zip(kept, arenas), reverse=True)
        expected = [arena for count, arena in order for _ in range(4 - count)]
        taken = [arena_of(fill(heap, 16, 1)[0][0]) for _ in expected]
        require(
            taken == expected,
            f"Of three arenas with {', '.join(str(4 - count) for count in kept)} unused pools, new pools came from the arenas at {taken}, expected {expected}.",
        )
        expect(len(heap.arenas), 3, "len(heap.arenas) after those")


@check(points=2)
def an_arena_is_released(answer):
    """An arena leaves heap.arenas with its last block, not before."""
    heap = answer.Heap()
    blocks = [address for pool in fill(heap, 48, 8) for address in pool]
    held = list(heap.arenas)
    expect(len(held), 2, "len(heap.arenas) after eight full pools")
    last = {arena_of(address): address for address in blocks}
    for address in blocks:
        if address not in last.values():
            heap.free(address)
    expect(
        sorted(heap.arenas), sorted(held), "heap.arenas with one block left in each of two arenas"
    )
    for number, address in enumerate(list(last.values()), 1):
        heap.free(address)
        require(
            arena_of(address) not in heap.arenas,
            "After its last block was freed, an arena is still in heap.arenas.",
        )
        expect(
            len(heap.arenas),
            2 - number,
            "len(heap.arenas) after the last block of an arena was freed",
        )


@check(points=2)
def keeps_to_it(answer):
    """All of this in 1,500 calls in any order."""
    random = generated("calls")
    heap = answer.Heap()
    live = {}
    for _ in range(1500):
        if live and random.random() < (0.35 if random.random() < 0.6 else 0.65):
            address = random.choice(sorted(live))
            heap.free(address)
            del live[address]
        else:
            size = random.randint(1, 64)
            block = (size + 15) // 16 * 16
            pools = {}
            for other, other_block in live.items():
                pools.setdefault(pool_of(other), []).append(other_block)
            address = heap.malloc(size)
            require(address not in live, f"malloc({size}) gave {address}, which is in use.")
            require(
                (address - pool_of(address)) % block == 0,
                f"malloc({size}) gave {address}, where no block of {block} bytes begins.",
            )
            here = pools.get(pool_of(address), [])
            require(
                set(here) <= {block},
                f"malloc({size}) gave a block in a pool with blocks of {here[:1]} bytes.",
            )
            room = [
                start
                for start, blocks in pools.items()
                if blocks[0] == block and len(blocks) < POOL // block
            ]
            require(
                not room or pool_of(address) in room,
                f"malloc({size}) gave a block in an unused pool, where one of its size has room.",
            )
            live[address] = block
        expected = sorted({arena_of(address) for address in live})
        require(
            sorted(heap.arenas) == expected,
            f"heap.arenas is {sorted(heap.arenas)}, expected {expected}: those with blocks in use.",
        )
