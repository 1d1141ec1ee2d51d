# rejected by: nothing_is_seen_half_moved
from threading import Lock


class Stock:
    def __init__(self, **places):
        self._places = places
        self._lock = Lock()

    def add(self, place, n):
        taken = self._lock.acquire(timeout=1)
        self._places[place] += n
        if taken:
            self._lock.release()

    def remove(self, place, n):
        taken = self._lock.acquire(timeout=1)
        try:
            if self._places[place] < n:
                raise ValueError("too few")
            self._places[place] -= n
        finally:
            if taken:
                self._lock.release()

    def move(self, source, target, n):
        with self._lock:
            self.remove(source, n)
            self.add(target, n)

    def total(self):
        taken = self._lock.acquire(timeout=1)
        result = sum(self._places.values())
        if taken:
            self._lock.release()
        return result
