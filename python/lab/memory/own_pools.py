"""The model of pymalloc, driven by a program's own objects, in the sizes of a 64-bit build."""

from ..pymalloc.model import Heap
from .pools import moment_of
from .requests import GIVE, TAKE, RequestsLook


class OwnPoolsLook(RequestsLook):
    """Tells how the model changes from line to line. Its heap holds the program's blocks only."""

    most = 400

    def begin(self, run, code):
        """Begin with an empty heap."""
        self._heap = Heap()
        self._at = {}  # number of a block → its address in the model
        self._known = set()
        super().begin(run, code)

    def moment(self, line, requests):
        """Do the requests, and tell what came of them."""
        heap, at = self._heap, self._at
        taken = given = 0
        for kind, block, _size, size, _line, _address in requests:
            if kind == TAKE:
                taken += 1
                at[block] = heap.alloc(size, 1)[0]
            elif kind == GIVE:
                given += 1
                heap.free([at.pop(block)])
            else:
                at[block] = heap.resize(at[block], size)
        facts, self._known = moment_of(heap, self._known)
        self.tell("pools", line, did="line", count=taken, given=given, **facts)
