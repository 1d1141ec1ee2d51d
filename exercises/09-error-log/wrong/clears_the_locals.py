# rejected by: leaves_the_error_as_it_is
import traceback
from collections import deque


class ErrorLog:
    def __init__(self):
        self.entries = deque(maxlen=100)

    def add(self, error):
        trace = "".join(traceback.format_exception(error))
        self.entries.append((type(error).__name__, str(error), trace))
        traceback.clear_frames(error.__traceback__)
