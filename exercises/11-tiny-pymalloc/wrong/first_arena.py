# rejected by: the_fullest_arena_first
from itertools import count

ARENA, POOL = 1024, 256  # bytes


class Heap:
    def __init__(self):
        self.arenas = {}  # first address: unused pools
        self.pools = {}  # first address: (size, free blocks)
        self.bases = count(0, ARENA)

    def add_arena(self):
        """Get an arena from the system."""
        base = next(self.bases)
        pools = range(base, base + ARENA, POOL)
        self.arenas[base] = list(pools)

    def fullest(self):
        """The unused pools of the first arena."""
        if not any(self.arenas.values()):
            self.add_arena()
        usable = [pools for pools in self.arenas.values() if pools]
        return usable[0]

    def malloc(self, size):
        """The address of a block of at least size bytes."""
        size = (size + 15) // 16 * 16
        for pool_size, free in self.pools.values():
            if pool_size == size and free:
                return free.pop()
        start = self.fullest().pop()
        free = [start + n * size for n in range(POOL // size)]
        self.pools[start] = size, free
        return free.pop()

    def free(self, address):
        """Take the block at this address back."""
        start = address // POOL * POOL
        size, free = self.pools[start]
        free.append(address)
        if len(free) < POOL // size:
            return
        del self.pools[start]
        base = start // ARENA * ARENA
        self.arenas[base].append(start)
        if len(self.arenas[base]) == ARENA // POOL:
            del self.arenas[base]
