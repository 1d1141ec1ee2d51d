"""Keeps answers from meddling with what grades them: what they may not replace, and not ask for.

An audit hook refuses what leads to the grader's own frames and objects. What was replaced is found
by comparing, object by object, with what there was before the answer was loaded. An interpreter
cannot be made safe from inside; this refuses what people and programs are known to try.
"""

import sys
from contextlib import contextmanager
from operator import is_

from . import audit, namespaces, pristine, state

__builtins__ = pristine.builtins

HIDDEN = frozenset(("lab", "js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core", "ctypes"))
_map, _all = map, all
_get_interval = sys.getswitchinterval


class _Guard:
    """What there was before the answer was loaded."""

    def __init__(self, check_module):
        self.modules = namespaces.modules(check_module)
        self.kept = [place for module in self.modules for place in namespaces.places(module)]
        self.core = [place for place in self.kept if place.name in namespaces.CORE]
        self.interval = _get_interval()
        known = sys.modules
        self.registered = {name: known[name] for name in namespaces.LIBRARY if name in known}


_guard = None


def arm(check_module):
    """Begin: from now on only what is trusted may do what leads to the grader.

    Whoever calls this lies in `lab.grading`, so all of that is there before it is hidden.
    """
    global _guard
    hidden = {name: m for name, m in sys.modules.items() if name.partition(".")[0] in HIDDEN}
    ours = [m for name, m in hidden.items() if name.partition(".")[0] == "lab"]
    audit.arm([*ours, check_module])
    _guard = _Guard(check_module)
    for name in hidden:
        del sys.modules[name]


def verify():
    """Fail if the answer has replaced something that checks rely on most."""
    if _guard is not None and (found := _changed(_guard.core)):
        state.current.check.violation = state.current.check.violation or found
        raise state.TooMuch(found)


def changes():
    """A sentence about the first thing that the answer has replaced, or None."""
    if _guard is None:
        return None
    if _get_interval() != _guard.interval:
        sys.setswitchinterval(_guard.interval)
        return "The answer changes the switch interval; it has to work with any."
    for name, module in _guard.registered.items():
        if sys.modules.get(name) is not module:
            return _sentence(name)
    return _changed(_guard.kept)


def core_changes():
    """As `changes`, of what matters most: fast."""
    return _changed(_guard.core) if _guard is not None else None


def _changed(places):
    for place in places:
        if not _all(_map(is_, _map(place.names.get, place.keys), place.values)):
            for key, value in zip(place.keys, place.values):
                if place.names.get(key) is not value:
                    return _sentence(f"{place.name}.{key}")
        if len(place.names) != place.size:
            added = place.added()
            if added is not None:
                return _sentence(f"{place.name}.{added}")
            place.size = len(place.names)
    return None


def _sentence(name):
    name = name.replace("lab.threads._thread", "_thread")
    if name.partition(".")[0] in ("lab", "check"):
        return "The answer changes the grader."
    return f"The answer replaces {name}; it has to work with the real one."


@contextmanager
def replaced(owner, name, value):
    """Inside, a tool of the grader's stands in the place of something of the library's."""
    before = vars(owner)[name]
    type.__setattr__(owner, name, value)
    _expect(owner, name, value)
    try:
        yield
    finally:
        type.__setattr__(owner, name, before)
        _expect(owner, name, before)


def _expect(owner, name, value):
    if _guard is not None:
        for place in _guard.kept:
            if place.owner is owner:
                place.values[place.keys.index(name)] = value


def is_answers(file):
    """Whether code of that file is the answer's, however it was made."""
    return not file.startswith(audit.LIBRARY) and file != "solution.py"


def place(error):
    """Where in the answer an exception was raised, as the end of a sentence."""
    line, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == state.current.file:
            line = step.tb_lineno
        step = step.tb_next
    return f" (line {line})" if line else ""
