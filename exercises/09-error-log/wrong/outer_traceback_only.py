# rejected by: holds_no_locals
import traceback


class ErrorLog:
    def __init__(self):
        self.kept = []

    @property
    def entries(self):
        return [(type(error).__name__, str(error), trace) for error, trace in self.kept]

    def add(self, error):
        trace = "".join(traceback.format_exception(error))
        self.kept.append((error.with_traceback(None), trace))
        del self.kept[:-100]
