"""What proves that an answer is wrong, as runtime/grading/verdict.ts has it."""

import gc
from types import FunctionType, ModuleType

from ..guard import pristine
from .comparison import show

__builtins__ = pristine.builtins

DEEPEST = 4  # steps from the object to those who hold it
MOST = 12  # objects in one picture
_get_referrers = gc.get_referrers


def numbers(rows):
    """What was measured: `(what, value, limit, unit, better)`."""
    names = ("what", "value", "limit", "unit", "better")
    return {"kind": "numbers", "rows": [dict(zip(names, row, strict=True)) for row in rows]}


def events(rows):
    """What happened, in order: `(at, who, what)`."""
    told = [
        {"at": None if at is None else round(at, 6), "who": str(who), "what": str(what)}
        for at, who, what in rows
    ]
    return {"kind": "events", "rows": told}


def schedule(file, failure, schedules):
    """The schedule under which the answer fails."""
    return {"kind": "schedule", "file": file, "failure": failure, "schedules": schedules}


def objects(subject, known=()):
    """Who holds an object, as far as the answer's own names."""
    found, ids = [subject], {id(subject): 1}
    told = [_object(1, subject, "subject")]
    references = []
    level = [subject]
    for _ in range(DEEPEST):
        above = []
        for held in level:
            for holder, label in _holders(held, (found, level, above, ids)):
                if id(holder) not in ids:
                    if len(found) == MOST:
                        continue
                    ids[id(holder)] = len(found) + 1
                    found.append(holder)
                    root = _is_root(holder)
                    told.append(_object(ids[id(holder)], holder, "root" if root else "holder"))
                    if not root:
                        above.append(holder)
                references.append(
                    {"from": ids[id(holder)], "to": ids[id(held)], "label": label, "weak": False}
                )
        level = above
    return {"kind": "objects", "objects": told, "references": references}


def _holders(held, own):
    """Pairs of an object that holds `held` and by what; instances instead of their dicts."""
    skipped = {id(part) for part in own} | {id(own)}
    for holder in _get_referrers(held):
        if id(holder) in skipped or type(holder).__name__ in _OURS:
            continue
        if type(holder) is dict:
            owner = _owner_of(holder)
            if owner is not None and type(owner) is ModuleType and owner.__name__ != "answer":
                continue
            names = [key for key, value in holder.items() if value is held]
            for name in names:
                if owner is None:
                    yield holder, f"[{show(name)}]"
                elif type(owner) is ModuleType:
                    yield owner, str(name)
                else:
                    yield owner, f".{name}"
        elif type(holder) in (list, tuple):
            for number, item in enumerate(holder):
                if item is held:
                    yield holder, f"[{number}]"
        else:
            yield holder, _attribute(holder, held)


_OURS = frozenset(("frame", "list_iterator", "tuple_iterator", "generator", "traceback"))


def _attribute(holder, held):
    if type(holder).__name__ == "method":
        return "self"
    if type(holder).__name__ == "cell":
        return "captured variable"
    if type(holder) is FunctionType:
        return "in the function"
    for name, value in _attributes(holder):
        if value is held:
            return f".{name}"
    return "holds"


def _attributes(holder):
    try:
        yield from object.__getattribute__(holder, "__dict__").items()
    except AttributeError:
        pass
    for kind in type.mro(type(holder)):
        for name, member in list(vars(kind).items()):
            if type(member).__name__ == "member_descriptor":
                try:
                    yield name, member.__get__(holder)
                except AttributeError:
                    pass


def _owner_of(namespace):
    """The object or module whose names a dict holds, where there is one."""
    for holder in _get_referrers(namespace):
        if type(holder) is ModuleType and vars(holder) is namespace:
            return holder
        if type(holder) is FunctionType and holder.__globals__ is namespace:
            return _module_of(namespace)
        try:
            if object.__getattribute__(holder, "__dict__") is namespace:
                return holder
        except AttributeError:
            continue
    return None


def _module_of(namespace):
    import sys

    for module in list(sys.modules.values()):
        if type(module) is ModuleType and vars(module) is namespace:
            return module
    return None


def _is_root(holder):
    return type(holder) in (ModuleType, type) or type(holder).__name__ == "Context"


def _object(number, value, role):
    kind = type(value)
    text = value.__name__ if kind is ModuleType else show(value)
    return {"id": number, "type": kind.__name__, "text": text, "count": None, "role": role}
