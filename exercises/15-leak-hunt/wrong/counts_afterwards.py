# rejected by: a_failed_request_too
from collections import Counter, deque


class Request:
    def __init__(self, number, name):
        self.number = number
        self.name = name


cache, hits, in_flight = {}, Counter(), {}
recent = deque(maxlen=20)


def busy():
    """The numbers of the requests being answered."""
    return sorted(in_flight)


def handle(request, make):
    """The page that the request asks for."""
    name = request.name
    in_flight[request.number] = request
    try:
        if name not in cache:
            cache[name] = make(name)
    finally:
        del in_flight[request.number]
    hits[name] += 1
    recent.append(name)
    return cache[name]
