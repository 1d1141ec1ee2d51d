# rejected by: keeps_nobody
class EventBus:
    def __init__(self):
        self._subscribers = []

    def subscribe(self, subscriber):
        self._subscribers.append(subscriber)

    def unsubscribe(self, subscriber):
        self._subscribers.remove(subscriber)

    def emit(self, event):
        for subscriber in list(self._subscribers):
            subscriber(event)
