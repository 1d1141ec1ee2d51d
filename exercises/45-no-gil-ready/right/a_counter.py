from collections import Counter
from itertools import count
from threading import RLock


class Stats:
    def __init__(self, report):
        self._report = report
        self._lock = RLock()
        self.counts = Counter()
        self._numbers = count()

    def add(self, kind, n=1):
        with self._lock:
            self.counts[kind] += n

    def add_both(self, a, b):
        with self._lock:
            self.add(a)
            self.add(b)

    def snapshot(self):
        with self._lock:
            return self.counts.copy()

    def next_number(self):
        with self._lock:
            return next(self._numbers)

    def flush(self):
        with self._lock:
            counts = self.counts.copy()
            self.counts.clear()
        if counts:
            self._report(counts)
