"""What checks of exercises are written with (docs/exercises.md); on any CPython too.

Doors: all. Imports: `run`, `schedules`, `switching`, `threads`, `disguise`.
"""

from .answers import reference
from .checking.checks import check
from .checking.comparison import expect, expect_close
from .checking.exploring import explore, play, slow, spurious_wakeups
from .checking.failing import fail, raises, require
from .checking.memory import (
    collector_off,
    count_change,
    growth,
    life,
    peak_bytes,
    require_freed,
    retained_bytes,
)
from .checking.running import (
    InFlight,
    elapsed,
    generated,
    join_all,
    nothing_left_behind,
    printed,
    run_async,
)
from .checking.syntax import calls, forbids, requires, text, tree

__all__ = [
    "InFlight",
    "calls",
    "check",
    "collector_off",
    "count_change",
    "elapsed",
    "expect",
    "expect_close",
    "explore",
    "fail",
    "forbids",
    "generated",
    "growth",
    "join_all",
    "life",
    "nothing_left_behind",
    "peak_bytes",
    "play",
    "printed",
    "raises",
    "reference",
    "require",
    "require_freed",
    "requires",
    "retained_bytes",
    "run_async",
    "slow",
    "spurious_wakeups",
    "text",
    "tree",
]
