# rejected by: holds_no_locals
import traceback
from collections import deque


class ErrorLog:
    def __init__(self):
        self.errors = deque(maxlen=100)

    @property
    def entries(self):
        return [
            (
                type(error).__name__,
                str(error),
                "".join(traceback.format_exception(error)),
            )
            for error in self.errors
        ]

    def add(self, error):
        self.errors.append(error)
