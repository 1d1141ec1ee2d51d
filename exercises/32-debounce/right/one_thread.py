from threading import Condition, Thread
from time import monotonic


class Debounce:
    def __init__(self, delay, function):
        self._delay = delay
        self._function = function
        self._cond = Condition()
        self._waiting = None
        self._thread = None

    def trigger(self, *arguments):
        with self._cond:
            self._waiting = (monotonic() + self._delay, arguments)
            if self._thread is None:
                self._thread = Thread(target=self._run)
                self._thread.start()
            self._cond.notify_all()

    def cancel(self):
        with self._cond:
            self._waiting = None
            self._cond.notify_all()

    def _run(self):
        while True:
            with self._cond:
                while self._waiting and self._waiting[0] > monotonic():
                    self._cond.wait(self._waiting[0] - monotonic())
                if not self._waiting:
                    self._thread = None
                    return
                arguments = self._waiting[1]
                self._waiting = None
            self._function(*arguments)
