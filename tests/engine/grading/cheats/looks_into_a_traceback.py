import gc
try:
    1 / 0
except ZeroDivisionError as error:
    frame = gc.get_referents(error.__traceback__)[0].f_back


class Counter:
    def __init__(self):
        self.total = 0
        self.calls = 0

    def increment(self, step=1):
        self.total += step
        self.calls += 1

    def snapshot(self):
        return self.total, self.calls
