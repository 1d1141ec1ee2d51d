# rejected by: may_trigger_itself
from threading import Lock, Timer


class Debounce:
    def __init__(self, delay, function):
        self._delay = delay
        self._function = function
        self._lock = Lock()
        self._number = 0
        self._timer = None

    def trigger(self, *arguments):
        with self._lock:
            self._drop()
            self._timer = Timer(self._delay, self._fire, (self._number, arguments))
            self._timer.start()

    def cancel(self):
        with self._lock:
            self._drop()

    def _drop(self):
        self._number += 1
        if self._timer is not None:
            self._timer.cancel()

    def _fire(self, number, arguments):
        with self._lock:
            if number == self._number:
                self._function(*arguments)
