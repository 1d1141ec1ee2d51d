# rejected by: a_report_is_freed
class Report:
    _totals = {}

    def __init__(self, rows):
        self.rows = rows

    def total(self, column):
        if (self, column) not in self._totals:
            total = sum(row[column] for row in self.rows)
            self._totals[self, column] = total
        return self._totals[self, column]
