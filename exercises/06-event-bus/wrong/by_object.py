# rejected by: keeps_nobody
from weakref import WeakKeyDictionary


class EventBus:
    def __init__(self):
        self._methods = WeakKeyDictionary()

    def subscribe(self, subscriber):
        owner = getattr(subscriber, "__self__", subscriber)
        self._methods[owner] = subscriber

    def unsubscribe(self, subscriber):
        owner = getattr(subscriber, "__self__", subscriber)
        del self._methods[owner]

    def emit(self, event):
        for subscriber in list(self._methods.values()):
            subscriber(event)
