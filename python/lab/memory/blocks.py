"""Looks at the blocks that mimalloc gives a program: where each is in this browser's memory.

Nothing here is a model: the addresses are real. `id()` gives the same, or 8 bytes more where the
collector's links are in front of an object. CPython takes mimalloc with `PYTHONMALLOC=mimalloc`,
and always in builds without the GIL.
"""

from math import gcd

from .. import host
from .pools import marked
from .requests import GIVE, TAKE, RequestsLook

PAGE_SIZE = 1 << 15  # of mimalloc on 32 bits, for blocks of at most 4 KiB
LARGEST = 1 << 12
_PAGES = 24  # that are told


class BlocksLook(RequestsLook):
    """Tells, line by line, which blocks of each page are in use, given back, never used."""

    most = 400
    with_mimalloc = True

    def begin(self, run, code):
        """Begin with the memory as it is."""
        self._live = {}  # number of a block → [address, bytes]
        self._before = host.memory()
        super().begin(run, code)

    def moment(self, line, requests):
        """Note where blocks came and went; how large a page's blocks are is known at the end."""
        changes = []
        for kind, block, size, _laptop, _line, address in requests:
            if kind != TAKE:
                changes.append((False, *self._live.pop(block)))
            if kind != GIVE:
                self._live[block] = [address, size]
                changes.append((True, address, size))
        self._moments.append((line, changes))

    def end(self):
        """Tell all moments."""
        self._moments = []
        super().end()

    def told(self):
        """Tell the moments, now that all addresses are known."""
        pages = {}  # number → addresses of its blocks
        for _line, changes in self._moments:
            for _is_taken, address, size in changes:
                if size <= LARGEST:
                    pages.setdefault(address // PAGE_SIZE, set()).add(address)
        shown = sorted(pages)[:_PAGES]
        grids = {page: _Grid(page, pages[page]) for page in shown}
        alive = used = 0
        for line, changes in self._moments:
            touched = set()
            for is_taken, address, size in changes:
                sign = 1 if is_taken else -1
                alive += sign
                used += sign * size
                grid = grids.get(address // PAGE_SIZE) if size <= LARGEST else None
                if grid is not None:
                    grid.mark(address, is_taken)
                    touched.add(address // PAGE_SIZE)
            self.tell(
                "blocks",
                line,
                taken=sum(taken for taken, *_ in changes),
                given=sum(not taken for taken, *_ in changes),
                alive=alive,
                bytes=used,
                pages=[grids[page].as_facts() for page in sorted(touched)],
                more=len(pages) - len(shown),
            )


class _Grid:
    """A page, as blocks of one size from the first that was ever seen to the last."""

    def __init__(self, page, addresses):
        self._page = page
        self._first = min(addresses)
        self._size = gcd(*(address - self._first for address in addresses))
        count = 1 + (max(addresses) - self._first) // self._size if self._size else 1
        self._marks = bytearray(b"." * count)

    def mark(self, address, is_taken):
        """The block at `address` was given, or came back."""
        place = (address - self._first) // self._size if self._size else 0
        self._marks[place] = ord("+" if is_taken else "-")

    def as_facts(self):
        """`{page, first, size, blocks}`; `size` is the distance of blocks, 0 where there is one."""
        blocks = marked(self._marks.decode())
        return {"page": self._page, "first": self._first, "size": self._size, "blocks": blocks}
