"""Looks at the model of pymalloc: what each `alloc` and `free` of a program did to it."""

import sys
from itertools import groupby

from .. import pymalloc
from ..pymalloc.model import POOL_SIZE
from .look import Look, unnoticed


def runs(items):
    """Items that are equal and next to each other, once, with their number: `[*item, number]`."""
    return [[*item, len(list(group))] for item, group in groupby(items)]


def marked(marks):
    """One mark a block as text; after one that is repeated, how often: `+3-.2` for `+++-..`."""
    lengths = ((mark, len(list(group))) for mark, group in groupby(marks))
    return "".join(mark if length == 1 else f"{mark}{length}" for mark, length in lengths)


def moment_of(heap, known):
    """What there is to tell of a heap whose arenas were in the places `known`; and those now."""
    touched = {pool.arena.slot for pool in heap.changed}
    heap.changed.clear()
    now = set(heap.arenas)
    facts = pymalloc.statistics(heap)
    facts["unused"] = facts.pop("unused pools")
    facts["large"] = len(heap.large)
    facts["pool"] = _pool(heap.last)
    facts["changed"] = [_arena(heap.arenas[slot]) for slot in sorted(now & touched | now - known)]
    facts["gone"] = sorted(known - now)
    return facts, now


class PoolsLook(Look):
    """Tells, after each call, of the arenas that changed, and of the pool touched last."""

    most = 400

    def begin(self, run, code):
        """Look on from now."""
        super().begin(run, code)
        self._known = set()
        pymalloc.look = self.changed

    def line(self, line):
        """Nothing happens at a line by itself."""

    @unnoticed
    def changed(self, did, count):
        """The program has called `did` for `count` blocks."""
        facts, self._known = moment_of(pymalloc.heap, self._known)
        if pymalloc.marks:
            facts["recorded"] = pymalloc.marks.pop(0)
        self.tell("pools", self.line_of(sys._getframe(2)), did=did, count=count, **facts)


def _arena(arena):
    """`{slot, total, pools}`; of each pool its block size, or 0, and its blocks in use."""
    cut = [(pool.size if pool.used else 0, pool.used) for pool in arena.pools]
    rest = [(0, 0)] * (arena.total - len(cut))
    return {"slot": arena.slot, "total": arena.total, "pools": runs(cut + rest)}


def _pool(pool):
    """The pool, and its blocks in order: `+` in use, `-` freed, `.` never used."""
    if pool is None:
        return None
    marks = ["+" if pool.live[n] else "-" for n in range(pool.touched)]
    marks += "." * (pool.capacity - pool.touched)
    place = (pool.address - pool.arena.first_pool) // POOL_SIZE
    next_free = pool.free[-1] if pool.free else pool.touched
    return {
        "slot": pool.arena.slot,
        "place": place,
        "size": pool.size,
        "used": pool.used,
        "next": next_free,
        "blocks": marked(marks),
    }
