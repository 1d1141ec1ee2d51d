"""What a run of a program should come to: a deadlock, an exception, or a fact about values."""

import ast
import builtins

from .values import short


class Goal:
    """`deadlock`, an exception's name, or an expression on the program's globals at its end."""

    def __init__(self, text):
        """Raise ValueError, with a sentence, where `text` is none of the three."""
        self.text = text
        self._code, self.names = None, []
        kind = getattr(builtins, text, None)
        self.exception = isinstance(kind, type) and issubclass(kind, BaseException)
        if text == "deadlock" or self.exception:
            return
        try:
            tree = ast.parse(text.strip(), mode="eval")
        except SyntaxError:
            raise ValueError(f"The goal {text!r} is not a Python expression.") from None
        self._code = compile(tree, "<goal>", "eval")
        loaded = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name)]
        self.names = [name for name in dict.fromkeys(loaded) if not hasattr(builtins, name)]

    def reached(self, failure, names):
        """Whether a run that ended with `failure`, (kind, message) or None, has reached it."""
        kind, message = failure or (None, "")
        if self.text == "deadlock":
            return kind == "deadlock"
        if self.exception:
            return kind in ("assertion", "exception") and message.partition(":")[0] == self.text
        if kind == "deadlock":
            return False
        try:
            return bool(eval(self._code, dict(names)))
        except Exception:
            return False

    def outcome(self, failure, names):
        """How a run ended, in few words: the failure, or the values that the goal speaks of."""
        if failure is not None:
            kind, message = failure
            return "deadlock" if kind == "deadlock" else message.splitlines()[0]
        values = [f"{name} = {short(names[name])}" for name in self.names if name in names]
        return ", ".join(values) or "no failure"


def outcome(goal, failure, names):
    """As `Goal.outcome`, where there may be no goal."""
    if goal is not None:
        return goal.outcome(failure, names)
    return "no failure" if failure is None else Goal("deadlock").outcome(failure, names)
