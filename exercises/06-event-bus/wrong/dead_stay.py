# rejected by: keeps_nothing_of_them
from inspect import ismethod
from weakref import WeakMethod, ref


def weak(subscriber):
    return (WeakMethod if ismethod(subscriber) else ref)(subscriber)


class EventBus:
    def __init__(self):
        self._references = []

    def subscribe(self, subscriber):
        self._references.append(weak(subscriber))

    def unsubscribe(self, subscriber):
        self._references.remove(weak(subscriber))

    def emit(self, event):
        for reference in list(self._references):
            subscriber = reference()
            if subscriber:
                subscriber(event)
