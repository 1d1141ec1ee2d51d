# rejected by: the_last_hundred
import traceback


class ErrorLog:
    def __init__(self):
        self.entries = []

    def add(self, error):
        trace = "".join(traceback.format_exception(error))
        self.entries.append((type(error).__name__, str(error), trace))
