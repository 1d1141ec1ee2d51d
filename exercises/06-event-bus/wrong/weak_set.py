# rejected by: calls_in_order
from weakref import WeakSet


class EventBus:
    def __init__(self):
        self._subscribers = WeakSet()

    def subscribe(self, subscriber):
        self._subscribers.add(subscriber)

    def unsubscribe(self, subscriber):
        self._subscribers.discard(subscriber)

    def emit(self, event):
        for subscriber in list(self._subscribers):
            subscriber(event)
