# rejected by: no_event_is_lost
import sys
from contextlib import nullcontext
from threading import Lock

GIL = getattr(sys, "_is_gil_enabled", lambda: True)()


class Stats:
    def __init__(self, report):
        self._report = report
        self.counts = {}
        self._number = -1
        self._lock = nullcontext() if GIL else Lock()

    def _add(self, kind, n):
        self.counts[kind] = self.counts.get(kind, 0) + n

    def add(self, kind, n=1):
        with self._lock:
            self._add(kind, n)

    def add_both(self, a, b):
        with self._lock:
            self._add(a, 1)
            self._add(b, 1)

    def snapshot(self):
        with self._lock:
            return dict(self.counts)

    def next_number(self):
        with self._lock:
            self._number += 1
            return self._number

    def flush(self):
        with self._lock:
            counted, self.counts = self.counts, {}
        self._report(counted)
