import traceback
from typing import NamedTuple


class Entry(NamedTuple):
    kind: str
    text: str
    trace: str


class ErrorLog:
    def __init__(self):
        self.entries = []

    def add(self, error):
        te = traceback.TracebackException.from_exception(error)
        self.entries.append(Entry(error.__class__.__name__, str(error), "".join(te.format())))
        self.entries = self.entries[-100:]
