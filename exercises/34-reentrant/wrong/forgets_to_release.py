# rejected by: refuses_a_move
from threading import Lock


class Stock:
    def __init__(self, **places):
        self._places = places
        self._lock = Lock()

    def _add(self, place, n):
        self._places[place] += n

    def _remove(self, place, n):
        if self._places[place] < n:
            raise ValueError("too few")
        self._places[place] -= n

    def add(self, place, n):
        with self._lock:
            self._add(place, n)

    def remove(self, place, n):
        with self._lock:
            self._remove(place, n)

    def move(self, source, target, n):
        self._lock.acquire()
        self._remove(source, n)
        self._add(target, n)
        self._lock.release()

    def total(self):
        with self._lock:
            return sum(self._places.values())
