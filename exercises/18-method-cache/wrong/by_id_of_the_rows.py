# rejected by: walks_once
import weakref

totals = {}


class Report:
    def __init__(self, rows):
        self.rows = rows
        weakref.finalize(self, totals.pop, id(rows), None)

    def total(self, column):
        """The sum of a column."""
        mine = totals.setdefault(id(self.rows), {})
        if column not in mine:
            mine[column] = sum(row[column] for row in self.rows)
        return mine[column]
