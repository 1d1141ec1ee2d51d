"""Work in C that lets go of the GIL, or keeps it: twice in a row, then in two threads."""

import hashlib
import random
import zlib

from common import emit, in_threads, progress, seconds

dice = random.Random(1)
big, small = bytes(64 << 20), bytes(1024)
words = [bytes(dice.choices(b"abcdefghij", k=6)) for _ in range(5000)]
text = b" ".join(dice.choice(words) for _ in range(1_200_000))[: 8 << 20]
floats = [dice.random() for _ in range(1_000_000)]


def hash_small() -> None:
    """Hash so little at a time that the GIL is kept."""
    sha256 = hashlib.sha256
    for _ in range(200_000):
        sha256(small)


def loop() -> None:
    """Run bytecode."""
    for _ in range(5_000_000):
        pass


works = {
    "sha256_big": lambda: hashlib.sha256(big).digest(),
    "sha256_small": hash_small,
    "zlib_big": lambda: zlib.compress(text, 6),
    "sort_big": lambda: sorted(floats),
    "python_loop": loop,
}


def twice(work) -> None:
    """Do it, and again."""
    work()
    work()


samples = {}
for name, work in works.items():
    progress(name)
    work()
    samples[name] = {
        "sequential": [seconds(lambda work=work: twice(work)) for _ in range(5)],
        "two_threads": [seconds(lambda work=work: in_threads(work)) for _ in range(5)],
    }
emit(unit="seconds", samples=samples)
