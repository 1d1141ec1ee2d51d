# rejected by: reports_without_a_lock
from threading import RLock


class Stats:
    def __init__(self, report):
        self._report = report
        self.counts = {}
        self._number = -1
        self._lock = RLock()

    def add(self, kind, n=1):
        with self._lock:
            self.counts[kind] = self.counts.get(kind, 0) + n

    def add_both(self, a, b):
        with self._lock:
            self.add(a)
            self.add(b)

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
