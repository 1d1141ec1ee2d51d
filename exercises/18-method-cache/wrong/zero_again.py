# rejected by: walks_once
class Report:
    def __init__(self, rows):
        self.rows = rows
        self._totals = {}

    def total(self, column):
        total = self._totals.get(column)
        if not total:
            total = sum(row[column] for row in self.rows)
            self._totals[column] = total
        return total
