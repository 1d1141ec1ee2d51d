"""Small programs in one thread, to compare builds on one machine."""

import json
import random

from common import emit, progress, seconds


class Box:
    """Holds a number."""

    def __init__(self, number):
        self.number = number

    def get(self):
        """Return it."""
        return self.number


def countdown():
    """Compute in bytecode."""
    n = 3_000_000
    while n > 0:
        n -= 1


def fib(n=25):
    """Call and return."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def dict_count():
    """Count in a dict."""
    counts = {}
    for i in range(800_000):
        key = i & 1023
        counts[key] = counts.get(key, 0) + 1


def list_build():
    """Append to lists."""
    for _ in range(20):
        grown = []
        for i in range(50_000):
            grown.append(i)


def objects():
    """Make instances and call them."""
    total = 0
    for i in range(500_000):
        total += Box(i).get()


def strings():
    """Join and split."""
    for _ in range(8):
        ",".join(str(i) for i in range(60_000)).split(",")


def floats():
    """Divide and add."""
    x = 0.0
    for i in range(1, 1_500_000):
        x += 1.0 / i


def sort():
    """Sort by a key."""
    dice = random.Random(1)
    numbers = [dice.random() for _ in range(100_000)]
    for _ in range(4):
        sorted(numbers, key=lambda value: -value)


def as_json():
    """Write JSON and read it."""
    rows = [{"a": i, "b": [1, 2, 3], "c": "x" * 10} for i in range(8000)]
    for _ in range(6):
        json.loads(json.dumps(rows))


works = (countdown, fib, dict_count, list_build, objects, strings, floats, sort, as_json)
samples = {work.__name__: [] for work in works}
for number in range(15):
    progress(f"round {number + 1} of 15")
    for work in works:
        samples[work.__name__].append(seconds(work))
emit(unit="seconds", samples=samples)
