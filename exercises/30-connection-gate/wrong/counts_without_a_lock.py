# rejected by: right_in_every_schedule
import time
from contextlib import contextmanager


class Gate:
    def __init__(self, k):
        self._k = k
        self.inside = 0

    @contextmanager
    def enter(self, timeout=None):
        end = time.monotonic() + (1e9 if timeout is None else timeout)
        while self.inside >= self._k:
            if time.monotonic() >= end:
                raise TimeoutError
            time.sleep(0.01)
        self.inside += 1
        try:
            yield
        finally:
            self.leave()

    def leave(self):
        if self.inside == 0:
            raise ValueError
        self.inside -= 1
