"""Compare the addresses that the model of pymalloc gives with those of this build.

python3 pool_addresses.py SEED...        64-bit CPython 3.10 to 3.14, with a C compiler
"""

import ctypes
import pathlib
import random
import subprocess
import sys
import sysconfig
import tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parents[2] / "python"))

from lab.pymalloc.model import Heap  # noqa: E402

COUNT = 200_000


def program(seed: int) -> list[int]:
    """Return operations: above 0 a size to ask for, below 0 the operation whose block is freed."""
    dice = random.Random(seed)
    sizes = [dice.randrange(1, 513) for _ in range(dice.choice([1, 3, 40]))]
    operations = [sizes[0]]
    alive = []
    growth = 0.95
    while len(operations) < COUNT:
        if len(operations) % (COUNT // 8) == 0:
            growth = dice.choice([0.1, 0.2, 0.4, 0.6, 0.9])
        if not alive or dice.random() < growth:
            alive.append(len(operations))
            operations.append(dice.choice(sizes))
        else:
            place = dice.randrange(len(alive)) if dice.random() < 0.5 else -1
            operations.append(-alive.pop(place))
    if seed % 2:
        dice.shuffle(alive)
    return operations + [-block for block in alive]


def compare(library: ctypes.PyDLL, seed: int) -> str:
    """Run one program on both; return what differs, in a line."""
    operations = program(seed)
    n = len(operations)
    real, held, places = (ctypes.c_size_t * n)(), (ctypes.c_int * n)(), (ctypes.c_size_t * 4096)()
    mapped = library.run((ctypes.c_int * n)(*operations), n, real, held, places)
    heap = Heap(lambda arena: places[arena])
    differing = 0
    model = [0] * n
    for i, operation in enumerate(operations):
        if operation > 0:
            model[i] = heap.alloc(operation, 1)[0]
            differing += model[i] != real[i]
        else:
            heap.free([model[-operation]])
        differing += len(heap.arenas) != held[i]
    left = len(heap.arenas)
    return f"seed {seed}: {n} operations, {mapped} arenas, {left} at the end, {differing} differ"


def main() -> None:
    """Compile the C part, then compare one seed after the other, each in a process of its own."""
    if sys.argv[1] == "--one":
        print(compare(ctypes.PyDLL(sys.argv[2]), int(sys.argv[3])))
        return
    with tempfile.TemporaryDirectory() as folder:
        built = str(pathlib.Path(folder, "pool_addresses.so"))
        include = sysconfig.get_path("include")
        source = str(HERE / "pool_addresses.c")
        subprocess.run(
            ["cc", "-O1", "-shared", "-fPIC", f"-I{include}", source, "-o", built], check=True
        )
        print("CPython", sys.version.split()[0])
        for seed in sys.argv[1:]:
            subprocess.run([sys.executable, __file__, "--one", built, seed], check=True)


if __name__ == "__main__":
    main()
