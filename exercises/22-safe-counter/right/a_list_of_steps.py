class Counter:
    def __init__(self):
        self._steps = []

    def increment(self, step=1):
        0 + step
        self._steps.append(step)

    def snapshot(self):
        steps = self._steps.copy()
        return sum(steps), len(steps)
