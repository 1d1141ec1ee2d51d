# rejected by: the_last_hundred
import traceback


class ErrorLog:
    def __init__(self):
        self.entries = []

    def add(self, error):
        if len(self.entries) < 100:
            trace = "".join(traceback.format_exception(error))
            kind = type(error).__name__
            self.entries.append((kind, str(error), trace))
