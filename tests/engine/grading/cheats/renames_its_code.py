class Counter:
    def __init__(self):
        self.total = self.calls = 0
    def increment(self, step=1):
        self.total += step
        self.calls += 1
    def snapshot(self):
        return self.total, self.calls
increment = Counter.increment
increment.__code__ = increment.__code__.replace(co_filename="/lib/python314.zip/counter.py")
