# rejected by: counts_stay_right
from threading import Lock


class Stock:
    def __init__(self, **places):
        self._places = places
        self._lock = Lock()

    def add(self, place, n):
        self._places[place] += n

    def remove(self, place, n):
        if self._places[place] < n:
            raise ValueError("too few")
        self._places[place] -= n

    def move(self, source, target, n):
        with self._lock:
            self.remove(source, n)
            self.add(target, n)

    def total(self):
        with self._lock:
            return sum(self._places.values())
