import time
from threading import Thread


class Heartbeat:
    def __init__(self, interval, beat):
        self._interval = interval
        self._beat = beat
        self._over = False
        self.errors = []

    def start(self):
        self._thread = Thread(target=self._run)
        self._thread.start()

    def stop(self):
        self._over = True
        self._thread.join()

    def _run(self):
        while not self._over:
            time.sleep(self._interval)
            self._beat()
