import sys

FREE = not getattr(sys, "_is_gil_enabled", lambda: True)()


class Stats:
    def __init__(self, report):
        self._report = report
        self.counts = {}
        self._number = -1

    def add(self, kind, n=1):
        self.counts[kind] = self.counts.get(kind, 0) + n

    def add_both(self, a, b):
        self.add(a)
        self.add(b)

    def snapshot(self):
        return self.counts

    def next_number(self):
        self._number += 1
        return self._number

    def flush(self):
        self._report(self.counts)
        self.counts = {}
