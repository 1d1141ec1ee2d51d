"""Peaks and sizes: list and generator, kinds of records, slices, a million numbers."""

import gc
import struct
import sys
import tracemalloc
from array import array
from collections import namedtuple

from common import emit, progress

COUNT, RECORDS = 1_000_000, 100_000
POINTER = struct.calcsize("P")


class Plain:
    """Two attributes."""

    def __init__(self, x, y):
        self.x, self.y = x, y


class Slots:
    """Two attributes, in slots."""

    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


Named = namedtuple("Named", "x y")


def touched() -> Plain:
    """Return an instance whose __dict__ was asked for."""
    thing = Plain(None, None)
    vars(thing)
    return thing


def traced(work) -> tuple:
    """Return the bytes that are still held by the result, and the most there were."""
    progress("tracing")
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    result = work()
    current, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del result
    return current - before, peak - before


def peak(work) -> int:
    """Return the most bytes that the work held."""
    return traced(work)[1]


def each(make) -> float:
    """Return the bytes of one of many records, without the list's reference to it."""
    return round(traced(lambda: [make() for _ in range(RECORDS)])[0] / RECORDS - POINTER)


data, size = bytes(10 << 20), 1 << 20
view = memoryview(data)
numbers = range(COUNT)
sized = {
    "plain_instance": Plain(1, 2),
    "slots": Slots(1, 2),
    "empty_dict": {},
    "empty_list": [],
    "int0": 0,
    "float": 1.0,
    "empty_str": "",
    "none": None,
    "object": object(),
    "empty_set": set(),
}
emit(
    figures={
        "listVsGenerator": {
            "list": peak(lambda: sum([i * i for i in numbers])),
            "generator": peak(lambda: sum(i * i for i in numbers)),
        },
        "perObject": {
            "plain": each(lambda: Plain(None, None)),
            "slots": each(lambda: Slots(None, None)),
            "dict": each(lambda: {"x": None, "y": None}),
            "tuple": each(lambda: tuple(iter((None, None)))),
            "namedtuple": each(lambda: Named(None, None)),
            "plain_after___dict__": each(touched),
        },
        "slices": {
            "bytes": peak(lambda: [data[i : i + size] for i in range(100)]),
            "memoryview": peak(lambda: [view[i : i + size] for i in range(100)]),
        },
        "millionInts": {
            "list": peak(lambda: list(numbers)),
            "array_q": peak(lambda: array("q", numbers)),
            "range": peak(lambda: range(COUNT)),
            "tuple": peak(lambda: tuple(numbers)),
            "set": peak(lambda: set(numbers)),
        },
        "getsizeof": {name: sys.getsizeof(thing) for name, thing in sized.items()},
    }
)
