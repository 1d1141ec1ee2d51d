# rejected by: walks_once
from functools import cache


class Report:
    def __init__(self, rows):
        self.rows = rows

    @cache
    def _total(self, column):
        return sum(row[column] for row in self.rows)

    def total(self, column):
        total = self._total(column)
        Report._total.cache_clear()
        return total
