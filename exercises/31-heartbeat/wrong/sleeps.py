# rejected by: stops_at_once
import time
from threading import Thread


class Heartbeat:
    def __init__(self, interval, beat):
        self._interval = interval
        self._beat = beat
        self._over = False
        self._thread = None
        self.errors = []

    def start(self):
        self._over = False
        self._thread = Thread(target=self._run)
        self._thread.start()

    def stop(self):
        self._over = True
        if self._thread is not None:
            self._thread.join()

    def _run(self):
        while True:
            time.sleep(self._interval)
            if self._over:
                return
            try:
                self._beat()
            except Exception as error:
                self.errors.append(error)
