"""A model of pymalloc, CPython's allocator for small objects, as it is on 64-bit builds since 3.10.

An arena of 1 MiB, which comes from the system, is cut into pools of 16 KiB; a pool serves blocks of
one size. The lists and their order follow Objects/obmalloc.c and Include/internal/pycore_obmalloc.h
of CPython 3.14; tests/engine/memory/pymalloc.test.ts compares what comes of it with what
`sys._debugmallocstats` printed on real builds. Only the bytes themselves are left out.
"""

from itertools import groupby

ARENA_SIZE = 1 << 20
POOL_SIZE = 1 << 14
POOL_HEADER = 48  # sizeof(struct pool_header), rounded up to 16
ALIGNMENT = 16
LARGEST = 512  # a request of more bytes goes to malloc
CLASSES = LARGEST // ALIGNMENT
FIRST_ADDRESS = 0x7F0000000000  # the system gives arenas below it, each below the one before


def class_of(size):
    """The size class, from 0, that serves a request of 1 to 512 bytes."""
    return (size - 1) // ALIGNMENT


class Pool:
    """16 KiB for blocks of one size.

    It is in the list of its class while it has blocks in use and blocks to give, in no list while
    it is full, and in its arena's list of free pools while it is empty.
    """

    def __init__(self, arena, number):
        self.arena = arena
        self.number = number
        self.address = arena.first_pool + number * POOL_SIZE
        self.size = 0  # bytes of a block; 0 before the pool was first used
        self.used = 0

    def serve(self, size):
        """Be for blocks of `size` bytes; a pool that was so before keeps its free list."""
        if self.size != size:
            self.size = size
            self.capacity = (POOL_SIZE - POOL_HEADER) // size
            self.touched = 0  # blocks that were ever given out; the rest is the untouched tail
            self.free = []  # numbers of freed blocks; the last one is given out next
            self.live = bytearray(self.capacity)

    @property
    def is_full(self):
        """Whether there is no block to give."""
        return self.used == self.capacity

    def take(self, count):
        """The addresses of at most `count` blocks: the last freed first, then from the tail."""
        first, size = self.address + POOL_HEADER, self.size
        numbers = [self.free.pop() for _ in range(min(count, len(self.free)))]
        for number in numbers:
            self.live[number] = 1
        start = self.touched
        tail = min(count - len(numbers), self.capacity - start)
        self.live[start : start + tail] = b"\1" * tail
        self.touched += tail
        self.used += len(numbers) + tail
        addresses = [first + number * size for number in numbers]
        addresses += range(first + start * size, first + (start + tail) * size, size)
        return addresses

    def give_back(self, addresses):
        """Take back these blocks, in this order.

        Raises ValueError where one is none or is not in use; those before it are taken back.
        """
        if self._give_back_row(addresses):
            return
        first, size = self.address + POOL_HEADER, self.size
        live, free, before = self.live, self.free, len(self.free)
        try:
            for address in addresses:
                number, rest = divmod(address - first, size)
                if rest or number < 0 or number >= self.capacity or not live[number]:
                    raise ValueError(f"{address:#x} is no block in use; was it freed before?")
                live[number] = 0
                free.append(number)
        finally:
            self.used -= len(free) - before

    def _give_back_row(self, addresses):
        """Take back blocks that lie side by side, in their order, at once; return if these do."""
        size, count = self.size, len(addresses)
        start, rest = divmod(addresses[0] - self.address - POOL_HEADER, size)
        end = start + count
        row = range(addresses[0], addresses[0] + count * size, size)
        if rest or start < 0 or self.live[start:end].count(1) < count or addresses != [*row]:
            return False
        self.live[start:end] = bytes(count)
        self.free += range(start, end)
        self.used -= count
        return True


class Arena:
    """1 MiB from the system: 64 pools, or 63 where its address is no multiple of 16 KiB."""

    def __init__(self, slot, address):
        self.slot = slot
        self.address = address
        self.first_pool = -(-address // POOL_SIZE) * POOL_SIZE
        self.total = (address + ARENA_SIZE - self.first_pool) // POOL_SIZE
        self.pools = []  # those cut so far, by address
        self.free_pools = []  # those that were used and are empty; the last one is taken next

    @property
    def available(self):
        """How many of its pools are not in use."""
        return self.total - len(self.pools) + len(self.free_pools)

    def take_pool(self):
        """A pool to use: one that was freed, else the next that was never cut."""
        if self.free_pools:
            return self.free_pools.pop()
        pool = Pool(self, len(self.pools))
        self.pools.append(pool)
        return pool


class Heap:
    """Arenas, and the lists by which a block is found at once."""

    def __init__(self, place=lambda arena: FIRST_ADDRESS - (arena + 1) * ARENA_SIZE):
        """`place(n)` is the address at which the system puts the n-th arena, counted from 0."""
        self._place = place
        self._slots = []  # free places in the table of arenas, the last one is taken next
        self.arenas = {}  # place in the table → Arena
        self._at = {}  # address ÷ 1 MiB → Arena
        self.usable = []  # arenas with pools to give, the fullest first
        self.used_pools = [[] for _ in range(CLASSES)]  # class → its pools, the last is the first
        self.allocated = 0  # arenas ever
        self.highwater = 0
        self.large = {}  # address → size of what went to malloc
        self._next_large = 0x5500000000
        self.changed = set()  # pools touched, for those who look on
        self.last = None  # of them

    def alloc(self, size, count):
        """Give `count` blocks of at least `size` bytes; return their addresses."""
        if not 0 < size <= LARGEST:
            return [self._malloc(size) for _ in range(count)]
        addresses = []
        pools = self.used_pools[class_of(size)]
        while len(addresses) < count:
            if not pools:
                pools.append(self._free_pool())
                pools[-1].serve((class_of(size) + 1) * ALIGNMENT)
            pool = pools[-1]
            addresses += pool.take(count - len(addresses))
            if pool.is_full:
                pools.pop()
            self._touch(pool)
        return addresses

    def free(self, addresses):
        """Take back blocks, in this order. Raises ValueError at the first that is not in use."""
        for place, run in groupby(addresses, POOL_SIZE.__rfloordiv__):
            pool = self._pool_at(place * POOL_SIZE)
            if pool is None:
                self._free_large(run)
                continue
            was_full = pool.is_full
            try:
                pool.give_back(list(run))
            finally:
                self._relist(pool, was_full)

    def resize(self, address, size):
        """Make the block at `address` one of at least `size` bytes; return where it is then.

        As `pymalloc_realloc` does: it stays where it is unless it is too small, or is to be less
        than three quarters of its pool's size. What malloc gave stays with malloc.
        """
        pool = self._pool_at(address // POOL_SIZE * POOL_SIZE)
        if pool is None:
            self.large[address] = size
            return address
        if size <= pool.size and 4 * size > 3 * pool.size:
            return address
        moved = self.alloc(size, 1)[0]
        self.free([address])
        return moved

    def _relist(self, pool, was_full):
        """Put a pool that took blocks back into the list where it belongs."""
        pools = self.used_pools[class_of(pool.size)]
        if was_full and not pool.is_full:
            pools.append(pool)
        self._touch(pool)
        if pool.used == 0:
            pools.remove(pool)
            self._free_up(pool)

    def _touch(self, pool):
        self.last = pool
        self.changed.add(pool)

    def _pool_at(self, address):
        """The pool in use that begins at `address`; None where none does."""
        frame = address // ARENA_SIZE
        for arena in (self._at.get(frame), self._at.get(frame - 1)):
            number = (address - arena.first_pool) // POOL_SIZE if arena else -1
            if 0 <= number < len(arena.pools) and arena.pools[number].used:
                return arena.pools[number]
        return None

    def _free_pool(self):
        """A pool of the fullest arena that has one; of a new one where none has."""
        if not self.usable:
            self.usable.append(self._new_arena())
        arena = self.usable[0]
        pool = arena.take_pool()
        if arena.available == 0:
            self.usable.pop(0)
        return pool

    def _new_arena(self):
        slot = self._slots.pop() if self._slots else len(self.arenas)
        arena = Arena(slot, self._place(self.allocated))
        self.allocated += 1
        self.arenas[slot] = self._at[arena.address // ARENA_SIZE] = arena
        self.highwater = max(self.highwater, len(self.arenas))
        return arena

    def _free_up(self, pool):
        """Give an empty pool to its arena, and an arena that is all free to the system."""
        arena, usable = pool.arena, self.usable
        before = arena.available
        arena.free_pools.append(pool)
        if before == 0:
            usable.insert(0, arena)
            return
        place = usable.index(arena)
        if arena.available == arena.total and place < len(usable) - 1:
            del usable[place]
            del self.arenas[arena.slot], self._at[arena.address // ARENA_SIZE]
            self._slots.append(arena.slot)
            return
        end = place + 1
        while end < len(usable) and usable[end].available == before:
            end += 1
        usable.insert(end - 1, usable.pop(place))

    def _malloc(self, size):
        address = self._next_large
        self._next_large += -(-max(size, 1) // ALIGNMENT) * ALIGNMENT
        self.large[address] = size
        return address

    def _free_large(self, addresses):
        for address in addresses:
            if self.large.pop(address, None) is None:
                raise ValueError(f"{address:#x} is no block in use; was it freed before?")
