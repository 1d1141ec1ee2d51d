import traceback
from collections import deque


class ErrorLog:
    def __init__(self):
        self.entries = deque(maxlen=100)

    def add(self, error):
        """Keep the type's name, the text and the trace."""
        trace = "".join(traceback.format_exception(error))
        kind = type(error).__name__
        self.entries.append((kind, str(error), trace))
