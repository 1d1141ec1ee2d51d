# rejected by: stops_at_once
import time
from threading import Event, Thread


class Heartbeat:
    def __init__(self, interval, beat):
        self._interval = interval
        self._beat = beat
        self._over = Event()
        self.errors = []

    def start(self):
        self._over = Event()
        Thread(target=self._run, args=[self._over]).start()

    def stop(self):
        self._over.set()

    def _run(self, over):
        next_beat = time.monotonic() + self._interval
        while not over.is_set():
            time.sleep(0.5)
            if time.monotonic() >= next_beat and not over.is_set():
                next_beat += self._interval
                try:
                    self._beat()
                except Exception as error:
                    self.errors.append(error)
