from functools import cache


class Report:
    def __init__(self, rows):
        self.rows = rows

        @cache
        def total(column):
            return sum(row[column] for row in rows)

        self.total = total
