"""Twenty waits of 50 ms: one after another, in threads, in tasks."""

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from common import emit, progress, seconds

WAITS = [0.05] * 20


def threads() -> None:
    """Wait in twenty threads."""
    with ThreadPoolExecutor(len(WAITS)) as pool:
        list(pool.map(time.sleep, WAITS))


async def tasks() -> None:
    """Wait in twenty tasks."""
    await asyncio.gather(*map(asyncio.sleep, WAITS))


ways = {
    "sequential": lambda: [time.sleep(wait) for wait in WAITS],
    "threads_20": threads,
    "asyncio": lambda: asyncio.run(tasks()),
}
samples = {name: [] for name in ways}
for number in range(5):
    progress(f"round {number + 1} of 5")
    for name, work in ways.items():
        samples[name].append(seconds(work))
emit(unit="seconds", samples={"sleep": samples})
