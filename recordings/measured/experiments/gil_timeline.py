"""Threads stamp the time in a loop; a gap of more than 0.5 ms means that one was not running."""

import sys
import threading
from time import perf_counter

from common import emit, progress


def slices(number: int, stamps: list, zero: float) -> list:
    """Return the turns of a thread: thread, start and end in ms, stamps."""
    turns, start, before, count = [], stamps[0], stamps[0], 1
    for stamp in [*stamps[1:], float("inf")]:
        if stamp - before > 0.0005:
            turns.append(
                [number, round((start - zero) * 1e3, 4), round((before - zero) * 1e3, 4), count]
            )
            start, count = stamp, 0
        before, count = stamp, count + 1
    return turns


def run(interval: float, threads: int) -> dict:
    """Return who ran when, for 0.13 s."""
    progress(f"{threads} threads, interval {interval} s")
    sys.setswitchinterval(interval)
    stamps = [[] for _ in range(threads)]
    gate, end = threading.Barrier(threads + 1), [0.0]

    def work(mine: list) -> None:
        gate.wait()
        while not mine or mine[-1] < end[0]:
            mine.append(perf_counter())
            for _ in range(6000):
                pass

    team = [threading.Thread(target=work, args=(mine,)) for mine in stamps]
    for thread in team:
        thread.start()
    zero = perf_counter()
    end[0] = zero + 0.13
    gate.wait()
    for thread in team:
        thread.join()
    turns = [turn for number, mine in enumerate(stamps) for turn in slices(number, mine, zero)]
    return {
        "switchinterval_s": interval,
        "threads": threads,
        "slices_fields": "[thread, start_ms, end_ms, stamps]",
        "slices_ms": sorted(turns, key=lambda turn: turn[1]),
    }


emit(unit="ms", samples=[run(*how) for how in ((0.005, 2), (0.001, 2), (0.02, 2), (0.005, 3))])
