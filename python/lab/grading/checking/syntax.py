"""What an answer is made of, by its syntax tree."""

import ast

from ..guard import pristine, state
from ..guard.state import failed

__builtins__ = pristine.builtins

KEYWORDS = {
    "with": (ast.With, ast.AsyncWith),
    "while": (ast.While,),
    "for": (ast.For, ast.AsyncFor, ast.comprehension),
    "yield": (ast.Yield, ast.YieldFrom),
    "lambda": (ast.Lambda,),
    "global": (ast.Global,),
    "async def": (ast.AsyncFunctionDef,),
    "await": (ast.Await,),
    "try": (ast.Try, ast.TryStar),
    "del": (ast.Delete,),
    "class": (ast.ClassDef,),
}


def text(answer):
    """The source of the answer."""
    return state.current.source


def tree(answer):
    """The syntax tree of the answer."""
    return ast.parse(state.current.source)


def calls(answer, name):
    """How many calls of `name`, for instance `gc.collect`, the answer's source has."""
    root = tree(answer)
    aliases = _aliases(root)
    return sum(
        isinstance(node, ast.Call) and _dotted(node.func, aliases) == name
        for node in ast.walk(root)
    )


def requires(answer, what, why):
    """Fail unless the answer has `what`: a dotted call, or a keyword such as `with`."""
    if not _has(answer, what):
        raise failed(f"The answer has no `{what}`: {why}")


def forbids(answer, what, why):
    """Fail if the answer has `what`: a dotted call, or a keyword such as `global`."""
    if _has(answer, what):
        raise failed(f"The answer has `{what}`: {why}")


def _has(answer, what):
    kinds = KEYWORDS.get(what)
    if kinds is None:
        return calls(answer, what) > 0
    return any(isinstance(node, kinds) for node in ast.walk(tree(answer)))


def _aliases(root):
    """The names that imports bind, and what they stand for."""
    found = {}
    for node in ast.walk(root):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname:
                    found[alias.asname] = alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def _dotted(node, aliases):
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    parts.append(aliases.get(node.id, node.id))
    return ".".join(reversed(parts))
