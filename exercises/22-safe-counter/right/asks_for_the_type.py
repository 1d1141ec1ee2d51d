from dataclasses import dataclass, field
from threading import Lock


@dataclass
class Counter:
    total: int = 0
    calls: int = 0
    lock: Lock = field(default_factory=Lock, repr=False)

    def increment(self, step=1):
        if not isinstance(step, (int, float)):
            raise TypeError(f"cannot add {step!r}")
        with self.lock:
            self.total, self.calls = self.total + step, self.calls + 1

    def snapshot(self):
        with self.lock:
            return self.total, self.calls
