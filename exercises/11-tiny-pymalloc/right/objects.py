from itertools import count

ARENA, POOL = 1024, 256


class Pool:
    def __init__(self, base, arena):
        self.base, self.arena = base, arena
        self.size = None
        self.free = []
        self.used = 0


class Arena:
    def __init__(self, base):
        self.base = base
        self.pools = [Pool(base + i * POOL, self) for i in range(4)]

    @property
    def unused(self):
        return [p for p in self.pools if not p.used]


class Heap:
    def __init__(self):
        self.arenas = {}
        self.bases = count(0, ARENA)

    def malloc(self, size):
        size = (size + 15) // 16 * 16
        pools = [p for a in self.arenas.values() for p in a.pools]
        for pool in reversed(pools):
            if pool.used and pool.size == size and pool.free:
                break
        else:
            withspace = [a for a in self.arenas.values() if a.unused]
            if not withspace:
                arena = Arena(next(self.bases))
                self.arenas[arena.base] = arena
            else:
                arena = min(reversed(withspace), key=lambda a: len(a.unused))
            pool = arena.unused[-1]
            pool.size = size
            pool.free = [pool.base + i * size for i in range(POOL // size)]
        pool.used += 1
        return pool.free.pop()

    def free(self, address):
        arena = self.arenas[address // ARENA * ARENA]
        pool = arena.pools[address % ARENA // POOL]
        pool.free.append(address)
        pool.used -= 1
        if len(arena.unused) == 4:
            del self.arenas[arena.base]
