from threading import Timer


class Debounce:
    def __init__(self, delay, function):
        self._delay = delay
        self._function = function

    def trigger(self, *arguments):
        """Call the function, delay seconds from now."""
        Timer(self._delay, self._function, arguments).start()

    def cancel(self):
        """Drop what is waiting."""
