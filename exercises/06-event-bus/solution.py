from inspect import ismethod
from weakref import WeakMethod, ref


def weak(subscriber):
    """A weak reference to a function or a method."""
    if ismethod(subscriber):
        return WeakMethod(subscriber)
    return ref(subscriber)


class EventBus:
    def __init__(self):
        self._references = []

    def subscribe(self, subscriber):
        self._references.append(weak(subscriber))

    def unsubscribe(self, subscriber):
        self._references.remove(weak(subscriber))

    def emit(self, event):
        """Call every subscriber with the event."""
        for reference in list(self._references):
            subscriber = reference()
            if subscriber is None:
                self._references.remove(reference)
            else:
                subscriber(event)
