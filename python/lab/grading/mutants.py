"""Changes a reference solution in one place at a time: checks should reject each such mutant."""

import ast
import copy
import json

SWAPS = {
    "acquire": "release",
    "release": "acquire",
    "notify": "notify_all",
    "notify_all": "notify",
    "append": "appendleft",
    "popleft": "pop",
    "add_done_callback": "remove_done_callback",
}
CALLS = {"WeakValueDictionary": "dict", "WeakKeyDictionary": "dict", "RLock": "Lock"}
COPIES = ("memoryview", "iter", "map", "filter", "zip")


def mutants(source):
    """JSON of `[{name, text}]`; a name tells what was done and at which line."""
    tree = ast.parse(source)
    found, seen = [], {ast.unparse(tree)}
    unpacked = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Starred)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in unpacked and isinstance(node, ast.GeneratorExp):
            continue  # a list of what is unpacked at once anyway is the same
        for what, change in _changes(node):
            other = copy.deepcopy(tree)
            twin = next(n for i, n in enumerate(ast.walk(other)) if i == number)
            result = change(twin)
            if result is not None:
                other = _Replace(twin, result).visit(other)
            try:
                text = ast.unparse(ast.fix_missing_locations(other))
                compile(text, "mutant", "exec")
            except (SyntaxError, ValueError, TypeError, AttributeError):
                continue
            if text not in seen:
                seen.add(text)
                line = getattr(node, "lineno", 0)
                found.append({"name": f"{what}, line {line}", "text": text})
    names = {}
    for mutant in found:
        names[mutant["name"]] = names.get(mutant["name"], 0) + 1
        if names[mutant["name"]] > 1:
            mutant["name"] += f" ({names[mutant['name']]})"
    return json.dumps(found)


class _Replace(ast.NodeTransformer):
    """Puts other nodes in the place of one."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    def visit(self, node):
        if node is self.old:
            return self.new
        return super().visit(node)


def _changes(node):
    """Pairs of a description and a function that changes the twin, or gives what replaces it."""
    if isinstance(node, (ast.With, ast.AsyncWith)):
        yield "with removed", lambda twin: twin.body
    if isinstance(node, ast.Try) and node.finalbody:
        yield "finally removed", lambda twin: twin.body if not twin.handlers else _without(twin)
    if isinstance(node, ast.If):
        yield "condition negated", _negate
        if not node.orelse and not isinstance(node.body[-1], _LEAVES):  # else it is the same
            yield "if for while", lambda twin: ast.While(twin.test, twin.body, [])
    if isinstance(node, ast.While):
        yield "condition negated", _negate
        yield "while for if", lambda twin: ast.If(twin.test, twin.body, [])
    if isinstance(node, ast.Await):
        yield "await removed", lambda twin: twin.value
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for kind, other in _COMPARISONS:
            if isinstance(node.ops[0], kind):
                yield "comparison changed", lambda twin, other=other: _compare(twin, other)
    if isinstance(node, ast.Constant) and type(node.value) is int:
        for step in (1, -1):
            yield f"constant {step:+d}", lambda twin, s=step: ast.Constant(twin.value + s)
    if isinstance(node, ast.Constant) and type(node.value) is bool:
        yield "constant negated", lambda twin: ast.Constant(not twin.value)
    if isinstance(node, ast.Attribute) and node.attr in SWAPS:
        yield f"{node.attr} swapped", _swap
    if isinstance(node, (ast.Attribute, ast.Name)) and _name(node) in CALLS:
        yield f"{_name(node)} replaced", lambda twin: _other(twin)
    if isinstance(node, ast.Call):
        if _name(node.func) in ("ref", "WeakMethod") and node.args:
            yield "weak made strong", lambda twin: ast.Lambda(_NO_ARGUMENTS, twin.args[0])
        if _name(node.func) in COPIES:
            yield "copy added", lambda twin: ast.Call(ast.Name("list", ast.Load()), [twin], [])
        if _name(node.func) in ("list", "tuple", "dict", "set") and len(node.args) == 1:
            yield "copy removed", lambda twin: twin.args[0]
        for index, keyword in enumerate(node.keywords):
            if keyword.arg:
                yield f"{keyword.arg} left out", _leaver(index)
    if isinstance(node, ast.GeneratorExp):
        yield "generator made a list", lambda twin: ast.ListComp(twin.elt, twin.generators)
    for body in ("body", "orelse", "finalbody"):
        statements = getattr(node, body, None)
        if isinstance(statements, list):
            for index, statement in enumerate(statements):
                if isinstance(statement, (ast.Expr, ast.Assign, ast.AugAssign, ast.Delete)):
                    if not _is_docstring(statement):
                        line = statement.lineno
                        yield f"statement {line} dropped", _dropper(body, index)


_LEAVES = (ast.Return, ast.Raise, ast.Break, ast.Continue)
_NO_ARGUMENTS = ast.arguments([], [], None, [], [], None, [])
_COMPARISONS = (
    (ast.Lt, ast.LtE),
    (ast.LtE, ast.Lt),
    (ast.Gt, ast.GtE),
    (ast.GtE, ast.Gt),
    (ast.Eq, ast.NotEq),
    (ast.NotEq, ast.Eq),
    (ast.Is, ast.IsNot),
    (ast.IsNot, ast.Is),
    (ast.In, ast.NotIn),
    (ast.NotIn, ast.In),
)


def _dropper(body, index):
    def drop(twin):
        getattr(twin, body)[index] = ast.Pass()

    return drop


def _leaver(index):
    def leave_out(twin):
        del twin.keywords[index]

    return leave_out


def _negate(twin):
    twin.test = ast.UnaryOp(ast.Not(), twin.test)


def _compare(twin, other):
    twin.ops = [other()]


def _swap(twin):
    twin.attr = SWAPS[twin.attr]


def _without(twin):
    twin.finalbody = []


def _other(twin):
    name = CALLS[_name(twin)]
    return ast.Name(name, ast.Load()) if name == "dict" else _renamed(twin)


def _renamed(twin):
    if isinstance(twin, ast.Attribute):
        twin.attr = CALLS[twin.attr]
    else:
        twin.id = CALLS[twin.id]


def _name(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", None)


def _is_docstring(statement):
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
