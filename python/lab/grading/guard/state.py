"""The answer that is graded, the check that runs, and how a check fails."""

import re

from . import pristine

__builtins__ = pristine.builtins

MOST_MESSAGE = 1_000  # characters


class CheckFailed(AssertionError):
    """Ends a check: the message says what was called, what came, and what should have come."""

    def __init__(self, message, witness=None):
        super().__init__(message)
        self.message = message
        self.witness = witness


class NeedsEngine(BaseException):
    """A check asks for what only the engine can do; elsewhere it is left out, whoever catches."""


class TooMuch(BaseException):
    """Ends an answer that goes beyond a limit; the sentence says which."""


class CheckState:
    """What is known of the check that runs."""

    def __init__(self):
        self.failure = None  # the first CheckFailed, whoever caught it
        self.violation = None  # a sentence: the answer did what no answer may do
        self.schedules = 0
        self.seconds = 600


class Grading:
    """An answer, and what its checks may ask for."""

    def __init__(self, source, file, solution, seed):
        self.source = source
        self.file = file
        self.solution = solution
        self.seed = seed
        self.check = CheckState()
        self.load = None  # loads the answer anew
        self.load_solution = None
        self.engine = None  # what runs schedules, where the engine is


current = None  # the Grading that goes on


def begin(grading):
    """Let the tools of checks speak of this answer."""
    global current
    current = grading


def failed(message, witness=None):
    """Note that the check that runs has failed; return the exception to raise."""
    failure = CheckFailed(readable(message), witness)
    if current.check.failure is None:
        current.check.failure = failure
    return failure


def readable(message):
    """A message without addresses, which mean nothing, and not too long."""
    text = re.sub(r" at 0x[0-9a-fA-F]+", "", message)
    return text if len(text) <= MOST_MESSAGE else text[: MOST_MESSAGE - 1] + "…"


def engine():
    """What the engine does for checks; NeedsEngine on any other Python."""
    if current.engine is None:
        raise NeedsEngine
    return current.engine
