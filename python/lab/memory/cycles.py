"""How the collector finds a cycle, in four steps, on the objects that a program has made.

The steps are those of `deduce_unreachable` in Python/gc.c: copy the counts, take off one for each
reference from within, see who is still held from outside and what those reach; the rest is garbage.
Here "within" are the program's own objects of the kinds that make cycles; its names are outside.
"""

import sys
import types
from gc import get_objects, get_referents
from sys import getrefcount

_KINDS = {
    *(list, dict, set, frozenset, tuple),
    *(types.CellType, types.MethodType, types.GeneratorType),
    *(types.TracebackType, types.FrameType),
}
_MOST = 16  # objects that are told
_MOST_LOOKED_AT = 20_000
_module_of = type.__dict__["__module__"].__get__


def _is_own(value, before, running, file):
    """Whether `value` is of a kind that makes cycles, and made by the program."""
    kind = type(value)
    if kind.__flags__ & 512 and _module_of(kind) == "__main__":  # 512: a class statement's
        return True  # wherever it lies: something that has ended may have lain there
    if id(value) in before or id(value) in running:
        return False
    if kind is types.FrameType:  # those of modules end with the program; others are not its own
        return value.f_code.co_filename == file and value.f_code.co_name != "<module>"
    return kind in _KINDS or BaseException in kind.__mro__


def _running():
    """What is at work, and so no garbage: frames, and the dicts of modules."""
    found = {
        id(module.__dict__)
        for module in list(sys.modules.values())
        if isinstance(module, types.ModuleType)
    }
    frame = sys._getframe()
    while frame is not None:
        found.add(id(frame))
        frame = frame.f_back
    return found


def _counts(objects):
    """The reference counts of a list's items, without what holds them here."""
    probe = []
    objects.append(probe)
    raw = [getrefcount(value) for value in objects]
    objects.pop()
    ours = raw.pop() - 1
    return [count - ours for count in raw]


def _spread(starts, edges):
    """All that is reached from `starts`, in an iterable, along `edges`."""
    reached = set(starts)
    todo = list(reached)
    while todo:
        for other in edges[todo.pop()]:
            if other not in reached:
                reached.add(other)
                todo.append(other)
    return reached


def _on_cycles(out, back):
    """Those on a cycle, or between two: who is left when all loose ends are taken off."""
    left = [[len(ends) for ends in out], [len(ends) for ends in back]]
    alive = set(range(len(out)))
    todo = [n for n in alive if not left[0][n] or not left[1][n]]
    while todo:
        gone = todo.pop()
        if gone not in alive:
            continue
        alive.discard(gone)
        for side, neighbours in ((1, out[gone]), (0, back[gone])):
            for other in neighbours:
                left[side][other] -= 1
                if left[side][other] == 0:
                    todo.append(other)
    return alive


def steps(before, names, file):
    """The steps as `{nodes, edges, more}`; None where the program made nothing that could be told.

    `before` holds the ids of what there was before it; `names` what its names held, by id; `file`
    is the name of its code. A node is `{name, type, count, inner, fate}`: its count, how many of it
    come from within, and whether it is "held" from outside, "reached" from there, or "garbage".
    No collection may run meanwhile.
    """
    running = _running()
    objects = [value for value in get_objects() if _is_own(value, before, running, file)]
    if not 0 < len(objects) <= _MOST_LOOKED_AT:
        return None
    counts = _counts(objects)
    place = {id(value): n for n, value in enumerate(objects)}
    out = [[place[id(v)] for v in get_referents(value) if id(v) in place] for value in objects]
    back = [[] for _ in objects]
    for n, ends in enumerate(out):
        for other in ends:
            back[other].append(n)
    held = {n for n in range(len(objects)) if counts[n] > len(back[n])}
    reached = _spread(held, out)
    is_instance = [type(value) not in _KINDS for value in objects]
    around = [one + other for one, other in zip(out, back, strict=True)]
    told = _spread(_on_cycles(out, back) | {n for n, own in enumerate(is_instance) if own}, around)
    shown = sorted(told, key=lambda n: (n in reached, n))[:_MOST]
    shown.sort()
    if not shown:
        return None
    new = {n: index for index, n in enumerate(shown)}
    nodes = [
        {
            "type": type(objects[n]).__name__[:40],
            "name": _name(objects[n], names),
            "count": counts[n],
            "inner": len(back[n]),
            "fate": "garbage" if n not in reached else "held" if n in held else "reached",
        }
        for n in shown
    ]
    edges = [[new[n], new[other]] for n in shown for other in out[n] if other in new]
    return {"nodes": nodes, "edges": edges, "more": len(told) - len(shown)}


def _name(value, names):
    """The global name that holds `value`, or held it; a frame's function; None for none."""
    if type(value) is types.FrameType:
        return value.f_code.co_qualname
    name, kind = names.get(id(value), (None, None))
    return name if kind == type(value).__name__ else None
