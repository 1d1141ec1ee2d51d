class Report:
    def __init__(self, rows):
        self.rows = rows
        self._totals = {}

    def total(self, column):
        """The sum of a column."""
        if column not in self._totals:
            total = sum(row[column] for row in self.rows)
            self._totals[column] = total
        return self._totals[column]
