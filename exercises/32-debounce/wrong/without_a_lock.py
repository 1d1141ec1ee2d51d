# rejected by: right_in_every_schedule
from threading import Timer


class Debounce:
    def __init__(self, delay, function):
        self._delay = delay
        self._function = function
        self._timer = None

    def trigger(self, *arguments):
        if self._timer is not None:
            self._timer.cancel()
        self._timer = Timer(self._delay, self._function, arguments)
        self._timer.start()

    def cancel(self):
        if self._timer is not None:
            self._timer.cancel()
