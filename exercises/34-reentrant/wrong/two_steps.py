# rejected by: nothing_is_seen_half_moved
from threading import Lock


class Stock:
    def __init__(self, **places):
        self._places = places
        self._lock = Lock()

    def add(self, place, n):
        with self._lock:
            self._places[place] += n

    def remove(self, place, n):
        with self._lock:
            if self._places[place] < n:
                raise ValueError("too few")
            self._places[place] -= n

    def move(self, source, target, n):
        self.remove(source, n)
        self.add(target, n)

    def total(self):
        with self._lock:
            return sum(self._places.values())
