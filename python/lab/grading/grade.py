"""Grades an answer: loads it, runs its checks in order, and tells each verdict as it comes."""

import ast
import json
import sys

from .. import host
from ..run import program
from ..schedules.trial import StepLimit
from ..threads import scheduler
from . import answers
from .checking import checks
from .checking.failing import told
from .engine import Engine
from .guard import guard, pristine, state
from .guard.state import CheckFailed, CheckState, Grading, NeedsEngine, TooMuch

__builtins__ = pristine.builtins

MOST_OUTPUT = 10_000  # characters kept of what one check's run prints (runtime/limits.ts)
FLOOD = 1_000_000  # characters after which an answer prints too much


class Output:
    """A stream that keeps the beginning of what is written, and refuses a flood."""

    encoding = "utf-8"
    errors = "strict"

    def __init__(self):
        self.text = ""
        self.written = 0

    def write(self, text):
        """Keep it while there is room."""
        self.written += len(text)
        self.text += text[: max(0, MOST_OUTPUT - len(self.text))]
        if self.written > FLOOD:
            state.current.check.violation = flood = (
                "The answer prints more than a million characters."
            )
            raise TooMuch(flood)
        return len(text)

    def flush(self):
        """Nothing is held back."""

    def isatty(self):
        """Nobody looks on."""
        return False

    def writable(self):
        """It can be written to."""
        return True


def grade(bridge, source, file, options):
    """Grade; return JSON: `{stage, message}` of where it ended.

    `options` is JSON: `{check, solution, only, seed, repeat, nonce}`. What happens is told by
    `host.graded`: `{nonce, event: "checks" | "loading" | "running" | "verdict", …}`.
    """
    scheduler.connect(bridge)
    options = json.loads(options)
    nonce = options["nonce"]

    def tell(event, **facts):
        host.graded(json.dumps({"nonce": nonce, "event": event, **facts}))

    try:
        marked, module = checks.load(options["check"])
    except BaseException as error:
        return _ended("error", f"The checks cannot be loaded: {told(error)}")
    tell("checks", checks=[{"name": c.name, "title": c.title, "points": c.points} for c in marked])
    trouble = _parse(source, file)
    if trouble is not None:
        return _ended(*trouble)
    grading = Grading(source, file, options["solution"], options["seed"])
    state.begin(grading)
    engine = grading.engine = Engine(grading)
    solution = compile(options["solution"], "solution.py", "exec", dont_inherit=True)
    grading.load = lambda: answers.loaded(engine.code, "answer", file)
    grading.load_solution = lambda: answers.loaded(solution, "reference", "solution.py")
    guard.arm(module)
    tell("loading")
    loaded = _perform(grading, Loading)
    if loaded["over"]:
        return _ended("load", loaded["message"])
    if loaded["status"] != "pass":
        return _ended("load", loaded["message"])
    host.started()
    for check in marked:
        if options["only"] is not None and check.name not in options["only"]:
            continue
        tell("running", name=check.name)
        for seed in range(options["seed"], options["seed"] + options["repeat"]):
            grading.seed = engine.scenarios.seed = seed
            verdict = _perform(grading, check)
            if verdict["status"] != "pass":
                break
        over = verdict.pop("over")
        tell("verdict", name=check.name, **verdict)
        if over:
            return _ended("check", "over")
    return _ended("check", "")


def _ended(stage, message):
    return json.dumps({"stage": stage, "message": message})


def _parse(source, file):
    """The stage and the sentence of an answer that cannot be loaded; None of one that can."""
    try:
        program._reject_unreadable(source, file)
        body = ast.parse(source, file).body
        compile(source, file, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        where = f" (line {line})" if line else ""
        what = getattr(error, "msg", None) or str(error)
        return "parse", f"This is not Python yet: {type(error).__name__}: {what}{where}"
    meant = [n for n in body if not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant))]
    if not meant:
        return "blank", "There is no code yet."
    return None


class Loading:
    """Loading the answer, run as a check is."""

    seconds = 600

    @staticmethod
    def function(answer):
        """Nothing more."""


def _perform(grading, check):
    """Run a check; return `{status, message, broken, output, witness, schedules, over}`."""
    mine = grading.check = CheckState()
    mine.seconds = check.seconds
    output = Output()
    out, err = sys.stdout, sys.stderr
    grading.engine.begin(check.seconds)
    sys.stdout = sys.stderr = output
    message = proof = None
    status, broken = "fail", False
    try:
        check.function(grading.load())
        status = "pass"
    except NeedsEngine:
        status, message = "error", "This check needs the engine."
    except BaseException as error:
        message, proof = _sentence(error, check, mine)
        broken = isinstance(error, (TooMuch, StepLimit, scheduler.Killed)) and not mine.violation
    finally:
        ended = grading.engine.end()
        sys.stdout, sys.stderr = out, err
    if status == "pass" and mine.failure is not None:
        status, message, proof = "fail", mine.failure.message, mine.failure.witness
    if not ended and status == "pass":
        status, message = "fail", "A thread cannot be ended: it catches everything and goes on."
    violation = mine.violation or guard.changes()
    if violation:
        status, message, proof = "fail", violation, None
    return {
        "status": status,
        "message": message and state.readable(message),
        "broken": broken,
        "output": output.text,
        "witness": proof,
        "schedules": mine.schedules,
        "over": bool(violation) or not ended,
    }


def _sentence(error, check, mine):
    """What an exception says that ended a check, and its witness."""
    if isinstance(error, CheckFailed):
        return error.message, error.witness
    if isinstance(error, scheduler.Deadlock):
        return str(error), None
    if isinstance(error, SystemExit):
        return f"The answer calls sys.exit({error.code!r}){guard.place(error)}", None
    if isinstance(error, TooMuch):
        return mine.violation or f"This has not ended after {check.seconds:g} s of its clock.", None
    if isinstance(error, (StepLimit, scheduler.Killed)):
        return "This goes on for too long.", None
    where = guard.place(error)
    if where:
        return f"The answer raises {told(error)}{where}", None
    if (
        type(error) is AttributeError
        and error.name
        and getattr(error.obj, "__name__", "") == "answer"
    ):
        return f"The answer has no `{error.name}`.", None
    return f"{told(error)} (in the check: does the answer give what the task asks for?)", None
