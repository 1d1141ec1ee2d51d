# rejected by: stops_at_once
from threading import Event, Thread


class Heartbeat:
    def __init__(self, interval, beat):
        self._interval = interval
        self._beat = beat
        self._over = Event()
        self._thread = None
        self.errors = []

    def start(self):
        self._over.clear()
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    def stop(self):
        self._over.set()
        if self._thread is not None:
            self._thread.join(0.05)

    def _run(self):
        while not self._over.wait(self._interval):
            try:
                self._beat()
            except Exception as error:
                self.errors.append(error)
