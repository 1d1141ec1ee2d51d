"""What it costs to start and end a task, a thread, a process: seconds each, as a record.

python3 start_cost.py BUILD_LABEL PROVENANCE > start_cost.BUILD_LABEL.json
"""

import asyncio
import datetime
import json
import multiprocessing
import os
import platform
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import perf_counter


def nothing() -> None:
    """Stand for a job that takes no time."""


async def nothing_async() -> None:
    """Stand for a task that takes no time."""


async def tasks(count: int) -> None:
    """Start and await tasks, one after another."""
    for _ in range(count):
        await asyncio.create_task(nothing_async())


def threads(count: int) -> None:
    """Start and join threads, one after another."""
    for _ in range(count):
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()


def processes(method: str, count: int) -> None:
    """Start and join processes, one after another."""
    context = multiprocessing.get_context(method)
    for _ in range(count):
        process = context.Process(target=nothing)
        process.start()
        process.join()


def each(work: Callable[[], None], count: int) -> list[float]:
    """Return seconds for one, of `count` in a row, in five samples."""
    samples = []
    for _ in range(5):
        start = perf_counter()
        work()
        samples.append((perf_counter() - start) / count)
    return samples


def main() -> None:
    """Print the record."""
    label, provenance = sys.argv[1:3]
    cpu = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text())
    samples = {
        "task": each(lambda: asyncio.run(tasks(10_000)), 10_000),
        "thread": each(lambda: threads(1000), 1000),
        **{m: each(lambda m=m: processes(m, 10), 10) for m in ("fork", "forkserver", "spawn")},
    }
    now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")  # noqa: UP017
    record = {
        "id": "start_cost",
        "build_label": label,
        "provenance": provenance,
        "python -VV": f"Python {sys.version}",
        "machine": {"cpu": cpu[1] if cpu else platform.machine(), "cores": os.cpu_count()},
        "time": now,
        "unit": "seconds for one",
        "samples": samples,
    }
    print(json.dumps(record, indent=1))


if __name__ == "__main__":
    main()
