# rejected by: walks_once
class Report:
    def __init__(self, rows):
        self.rows = rows

    def total(self, column):
        return sum(row[column] for row in self.rows)
