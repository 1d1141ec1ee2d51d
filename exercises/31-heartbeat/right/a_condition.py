from threading import Condition, Thread
from time import monotonic


class Heartbeat:
    def __init__(self, interval, beat):
        self._interval = interval
        self._beat = beat
        self._cond = Condition()
        self._running = False
        self._thread = None
        self.errors = []

    def start(self):
        self._running = True
        self._thread = Thread(target=self._run)
        self._thread.start()

    def stop(self):
        with self._cond:
            self._running = False
            self._cond.notify_all()
        if self._thread:
            self._thread.join()

    def _run(self):
        due = monotonic() + self._interval
        while True:
            with self._cond:
                if self._cond.wait_for(lambda: not self._running, max(0, due - monotonic())):
                    return
            due += self._interval
            try:
                self._beat()
            except BaseException as error:
                self.errors.append(error)
