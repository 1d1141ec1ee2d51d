# rejected by: calls_in_order
from weakref import ref


class EventBus:
    def __init__(self):
        self._references = []

    def subscribe(self, subscriber):
        self._references.append(ref(subscriber))

    def unsubscribe(self, subscriber):
        self._references.remove(ref(subscriber))

    def emit(self, event):
        for reference in list(self._references):
            subscriber = reference()
            if subscriber is None:
                self._references.remove(reference)
            else:
                subscriber(event)
