from threading import Lock


class Stock:
    def __init__(self, **places):
        self._places = places
        self._lock = Lock()

    def _change(self, changes):
        with self._lock:
            after = {p: self._places[p] for p in changes}
            for p, n in changes.items():
                after[p] += n
                if n < 0 and after[p] < 0:
                    raise ValueError("too few")
            self._places = self._places | after

    def add(self, place, n):
        self._change({place: n})

    def remove(self, place, n):
        self._change({place: -n})

    def move(self, source, target, n):
        if source == target:
            self.remove(source, n)
            self.add(target, n)
            return
        self._change({source: -n, target: n})

    def total(self):
        return sum(self._places.values())
