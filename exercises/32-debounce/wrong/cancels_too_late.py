# rejected by: too_late_to_be_cancelled
from threading import Lock, Timer


class Debounce:
    def __init__(self, delay, function):
        self._delay = delay
        self._function = function
        self._lock = Lock()
        self._timer = None

    def trigger(self, *arguments):
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = Timer(self._delay, self._function, arguments)
            self._timer.start()

    def cancel(self):
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
