"""Looks at what a program asks of CPython's allocator for objects, request by request.

The host notes the requests (`runtime/memory/requests/requests.ts`). While the program runs nothing
of Python is done but to keep its line where the host reads it; what was noted is told when it is
over. So the look itself asks for nothing, and objects that CPython keeps to be used again are those
of the program.
"""

from array import array

from .. import host
from ..switching import collecting
from .look import TOOL, Look, events, monitoring, unnoticed

TAKE, GIVE, RESIZE = range(3)
WIDTH = 6  # numbers that a request is noted with
_MOMENTS = 80  # that are told beside each line's first
_SMALL_PART = 1 / 40  # of all requests: a moment with more is told


class RequestsLook(Look):
    """Notes from the first line to the last; `moment` tells of each stretch of requests."""

    own_events = events.LINE | events.PY_RETURN
    with_mimalloc = False

    def begin(self, run, code):
        """Begin with no objects kept for use again, as on every build."""
        self._cell = cell = array("i", [0])
        super().begin(run, code)

        def at_line(_code, line):
            cell[0] = line

        def at_return(of, _offset, _value):
            if of is code:
                cell[0] = 0

        monitoring.register_callback(TOOL, events.LINE, at_line)
        monitoring.register_callback(TOOL, events.PY_RETURN, at_return)
        self._notes = host.note_requests(cell.buffer_info()[0], self.with_mimalloc)
        if not self._notes:
            self.tell("blind", 0)
        collecting.collect()

    @unnoticed
    def end(self):
        """Tell what was noted."""
        self._cell[0] = 0
        monitoring.register_callback(TOOL, events.LINE, None)
        if self._notes:
            data, is_cut = host.requests()
            line = 0
            for line, requests in stretches(array("d", data)):
                self.moment(line, requests)
            self.told()
            if is_cut:
                self.tell("cut", line, limit="150,000 requests")
        super().end()

    def moment(self, line, requests):
        """Tell of `requests`: lists `[kind, block, bytes, bytes on 64 bits, line, address]`."""

    def told(self):
        """All moments were told."""


def stretches(numbers):
    """Cut the requests into stretches, each with the line that ends it: `(line, requests)`.

    A stretch is of one line where the line is new, or asks for much; the rest goes together.
    """
    all_of_them = [
        [int(number) for number in numbers[start : start + WIDTH]]
        for start in range(0, len(numbers), WIDTH)
    ]
    seen = set()
    stretch = []
    told = 0
    for place, request in enumerate(all_of_them):
        line = request[4]
        stretch.append(request)
        following = all_of_them[place + 1][4] if place + 1 < len(all_of_them) else None
        if line == following:
            continue
        if line in seen and (len(stretch) < _SMALL_PART * len(all_of_them) or told == _MOMENTS):
            continue
        told += line in seen
        seen.add(line)
        yield line, stretch
        stretch = []
    if stretch:
        yield stretch[-1][4], stretch
