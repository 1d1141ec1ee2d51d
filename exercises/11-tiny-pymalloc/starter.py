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

    def malloc(self, size):
        """The address of a block of at least size bytes."""
        ...

    def free(self, address):
        """Take the block at this address back."""
        ...
