# rejected by: trace_with_file_and_line
from collections import deque


class ErrorLog:
    def __init__(self):
        self.entries = deque(maxlen=100)

    def add(self, error):
        self.entries.append((type(error).__name__, str(error), repr(error)))
