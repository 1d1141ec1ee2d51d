# rejected by: reported_once
from threading import Lock


class Stats:
    def __init__(self, report):
        self._report = report
        self.counts = {}
        self._number = -1
        self._lock = Lock()

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
        counted = self.snapshot()
        with self._lock:
            self.counts = {}
        self._report(counted)
