# rejected by: who_is_called_may_leave
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
        for reference in self._references:
            subscriber = reference()
            if subscriber is None:
                self._references.remove(reference)
            else:
                subscriber(event)
