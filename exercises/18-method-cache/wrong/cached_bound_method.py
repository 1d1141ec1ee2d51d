# rejected by: a_report_is_freed
from functools import cache


class Report:
    def __init__(self, rows):
        self.rows = rows
        self.total = cache(self.total)

    def total(self, column):
        return sum(row[column] for row in self.rows)
