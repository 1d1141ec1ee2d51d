class Counter:
    def __init__(self):
        self.total = self.calls = 0
    def increment(self, step=1):
        while True:
            try:
                self.total += step
                self.calls += 1
                return
            except BaseException:
                continue
    def snapshot(self):
        return self.total, self.calls
