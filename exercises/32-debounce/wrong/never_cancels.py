# rejected by: once_when_it_is_quiet
from threading import Timer


class Debounce:
    def __init__(self, delay, function):
        self._delay = delay
        self._function = function
        self._timers = []

    def trigger(self, *arguments):
        timer = Timer(self._delay, self._function, arguments)
        self._timers.append(timer)
        timer.start()

    def cancel(self):
        for timer in self._timers:
            timer.cancel()
