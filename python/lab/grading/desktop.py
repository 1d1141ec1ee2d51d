"""Tries a reference solution with its checks on the CPython that runs this, without the engine.

`python3 -m lab.grading.desktop SOLUTION CHECK` prints a JSON object: check → null where it passes,
"left out" where it needs the engine or its virtual time, else what it says.
"""

import json
import os
import signal
import sys
from pathlib import Path

from . import answers
from .checking import checks
from .checking.failing import told
from .guard import pristine, state
from .guard.state import CheckState, Grading, NeedsEngine

__builtins__ = pristine.builtins


PATIENCE = 5  # seconds: a check that sleeps for longer is meant for virtual time


def outcomes(solution, source):
    """What each check says of a solution; both are sources."""
    marked, _ = checks.load(source)
    grading = Grading(solution, "solution.py", solution, 0)
    code = compile(solution, "solution.py", "exec", dont_inherit=True)
    grading.load = lambda: answers.loaded(code, "answer", "solution.py")
    grading.load_solution = lambda: answers.loaded(code, "reference", "solution.py")
    state.begin(grading)
    return {check.name: _outcome(grading, check) for check in marked}


def _outcome(grading, check):
    grading.check = CheckState()
    signal.signal(signal.SIGALRM, _too_slow)
    signal.alarm(PATIENCE)
    try:
        check.function(grading.load())
    except NeedsEngine:
        return "left out"
    except Exception as error:
        return told(error)
    finally:
        signal.alarm(0)
    return grading.check.failure and grading.check.failure.message


def _too_slow(number, frame):
    raise NeedsEngine


if __name__ == "__main__":
    texts = [Path(name).read_text() for name in sys.argv[1:3]]
    output, sys.stdout = sys.stdout, sys.stderr
    print(json.dumps(outcomes(*texts)), file=output)
    output.flush()
    os._exit(0)  # whatever threads a slow check has left
