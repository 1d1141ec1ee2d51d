# rejected by: leaves_no_thread
import time
from threading import Lock, Thread


class Debounce:
    def __init__(self, delay, function):
        self._delay = delay
        self._function = function
        self._lock = Lock()
        self._number = 0

    def trigger(self, *arguments):
        with self._lock:
            self._number += 1
            Thread(target=self._wait, args=(self._number, arguments)).start()

    def cancel(self):
        with self._lock:
            self._number += 1

    def _wait(self, number, arguments):
        time.sleep(self._delay)
        with self._lock:
            if number != self._number:
                return
        self._function(*arguments)
