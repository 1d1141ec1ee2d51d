"""Looks at the model of pymalloc: what each `alloc` and `free` of a program did to it."""

import sys
from itertools import groupby

from . import pymalloc
from .look import Look, unnoticed
from .pymalloc_model import POOL_SIZE


def runs(items):
    """Items that are equal and next to each other, once, with their number: `[*item, number]`."""
    return [[*item, len(list(group))] for item, group in groupby(items)]


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
        heap = pymalloc.heap
        touched = {pool.arena.slot for pool in heap.changed}
        heap.changed.clear()
        now = set(heap.arenas)
        gone = sorted(self._known - now)
        arenas = [
            self._arena(heap.arenas[slot]) for slot in sorted(now & touched | now - self._known)
        ]
        self._known = now
        facts = {**pymalloc.statistics(), "large": len(heap.large), "pool": self._pool(heap.last)}
        facts["unused"] = facts.pop("unused pools")
        line = self.line_of(sys._getframe(2))
        self.tell("pools", line, did=did, count=count, changed=arenas, gone=gone, **facts)

    def _arena(self, arena):
        """`{slot, total, pools}`; of each pool its block size, or 0, and its blocks in use."""
        cut = [(pool.size if pool.used else 0, pool.used) for pool in arena.pools]
        rest = [(0, 0)] * (arena.total - len(cut))
        return {"slot": arena.slot, "total": arena.total, "pools": runs(cut + rest)}

    def _pool(self, pool):
        """The blocks of a pool in order: `+` in use, `-` freed, `.` never used."""
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
            "blocks": runs((mark,) for mark in marks),
        }
