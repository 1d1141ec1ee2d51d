"""Fill many arenas with small objects, free nearly all of them, and see what the system gets back.

Each pattern runs in a process of its own, so that none inherits the other's arenas.
Needs Linux (/proc) and a build with pymalloc; run it by `measure.py`.
"""

import os
import sys

COUNT = 3_000_000
KEPT = 150
PATTERNS = ("free all", "keep scattered", "keep neighbours")


def resident() -> int:
    """Return the resident set size in bytes."""
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def mark(name: str) -> None:
    """Write the resident size, then the allocator's own statistics, to standard error."""
    size = resident()
    os.write(2, f"@@ {name} {size}\n".encode())
    sys._debugmallocstats()


def run(pattern: str) -> None:
    """Allocate, free all objects but those that the pattern keeps, and mark each stage."""
    # The list of slots stays alive: only the objects come and go.
    slots = [None] * COUNT
    mark("start")
    for i in range(COUNT):
        slots[i] = object()
    mark("full")
    step = COUNT // KEPT
    for i in range(COUNT):
        scattered = pattern == "keep scattered" and i % step == 0
        neighbour = pattern == "keep neighbours" and i < KEPT
        if not (scattered or neighbour):
            slots[i] = None
    mark("after")
    print(sum(sys.getsizeof(thing) for thing in slots if thing is not None))


if __name__ == "__main__":
    run(sys.argv[1])
