# rejected by: trace_with_file_and_line
import traceback
from collections import deque


class ErrorLog:
    def __init__(self):
        self.entries = deque(maxlen=100)

    def add(self, error):
        trace = "".join(traceback.format_exception(error, chain=False))
        self.entries.append((type(error).__name__, str(error), trace))
