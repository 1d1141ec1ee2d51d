from concurrent.futures import Future
from threading import Lock


class Once:
    def __init__(self, factory):
        self._factory = factory
        self._lock = Lock()
        self._future = None
        self._value = None

    def get(self):
        made = self._value
        if made is not None:
            return made[0]
        with self._lock:
            future = self._future
            mine = future is None
            if mine:
                future = self._future = Future()
        if mine:
            try:
                value = self._factory()
            except BaseException as error:
                with self._lock:
                    self._future = None
                future.set_exception(error)
                raise
            self._value = (value,)
            future.set_result(value)
            return value
        return future.result()
