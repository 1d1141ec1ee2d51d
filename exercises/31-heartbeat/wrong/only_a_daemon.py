# rejected by: beats_in_time
import time
from threading import Thread


class Heartbeat:
    def __init__(self, interval, beat):
        self._interval = interval
        self._beat = beat
        self.errors = []

    def start(self):
        Thread(target=self._run, daemon=True).start()

    def stop(self):
        pass

    def _run(self):
        while True:
            time.sleep(self._interval)
            try:
                self._beat()
            except Exception as error:
                self.errors.append(error)
