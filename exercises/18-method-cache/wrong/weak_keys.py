# rejected by: need_not_be_hashed
from weakref import WeakKeyDictionary

totals = WeakKeyDictionary()


class Report:
    def __init__(self, rows):
        self.rows = rows

    def total(self, column):
        own = totals.setdefault(self, {})
        if column not in own:
            own[column] = sum(row[column] for row in self.rows)
        return own[column]
