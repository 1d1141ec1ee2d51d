# rejected by: its_own_results
totals = {}


class Report:
    def __init__(self, rows):
        self.rows = rows

    def total(self, column):
        key = id(self), column
        if key not in totals:
            totals[key] = sum(row[column] for row in self.rows)
        return totals[key]
