"""A million lists are made, and each collection that comes is timed."""

import gc
from time import perf_counter

from common import emit, seconds

pauses, began = [], 0.0


def watch(phase: str, info: dict) -> None:
    """Note which generation was collected, and for how long all else stood."""
    global began
    if phase == "start":
        began = perf_counter()
    else:
        pauses.append([info["generation"], round((perf_counter() - began) * 1e3, 2)])


gc.collect()
gc.callbacks.append(watch)
live = [[i] for i in range(1_000_000)]
gc.callbacks.remove(watch)
emit(
    figures={
        "fields": ["generation", "pauseMs"],
        "threshold": gc.get_threshold(),
        "collections": pauses,
        "fullCollectMs": round(seconds(gc.collect) * 1e3, 1),
    }
)
