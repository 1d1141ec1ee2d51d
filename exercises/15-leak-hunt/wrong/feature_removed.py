# rejected by: knows_who_is_busy
from collections import Counter, deque


class Request:
    def __init__(self, number, name):
        self.number = number
        self.name = name


cache, hits = {}, Counter()
recent = deque(maxlen=20)


def busy():
    return []


def handle(request, make):
    name = request.name
    hits[name] += 1
    recent.append(name)
    if name not in cache:
        cache[name] = make(name)
    return cache[name]
