class EventBus:
    def __init__(self):
        self._subscribers = []

    def subscribe(self, subscriber):
        self._subscribers.append(subscriber)

    def unsubscribe(self, subscriber):
        self._subscribers.remove(subscriber)

    def emit(self, event):
        """Call every subscriber with the event."""
        for subscriber in self._subscribers:
            subscriber(event)
