"""Fill many arenas with small objects, free nearly all of them, and see what the system gets back.

Each pattern runs in a process of its own, so that none inherits the other's arenas.
Needs Linux (/proc) and a build with pymalloc. Without an argument it runs all patterns.
"""

import os
import re
import subprocess
import sys
import sysconfig

from common import emit, progress, unfit

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


def measured(pattern: str) -> dict:
    """Return resident bytes and arenas in use at each mark, from a process of its own."""
    progress(pattern)
    command = [sys.executable, __file__, pattern]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    marks = {}
    for part in done.stderr.split("@@ ")[1:]:
        name, size = part.split(maxsplit=2)[:2]
        arenas = re.search(r"# arenas allocated current\s*=\s*([\d,]+)", part)
        marks[name] = {"rss": int(size), "arenas": int(arenas[1].replace(",", ""))}
    return {"pattern": pattern, "keptBytes": int(done.stdout), "marks": marks}


def measure_all() -> None:
    """Hand over what every pattern leaves."""
    free = sysconfig.get_config_var("Py_GIL_DISABLED")
    if free or not sysconfig.get_config_var("WITH_PYMALLOC"):
        unfit("it has no pymalloc, and so no arenas.")
    if not os.path.exists("/proc/self/statm"):
        unfit("the size of a process is read from /proc, which only Linux has.")
    patterns = [measured(pattern) for pattern in PATTERNS]
    emit(figures={"objects": COUNT, "kept": KEPT, "patterns": patterns})


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run(sys.argv[1])
    else:
        measure_all()
