"""Many schedules, one schedule, and the tools that make a bad moment likely."""

from contextlib import contextmanager
from threading import Condition

from ..guard import guard, pristine, state
from ..guard.state import failed
from . import witness

__builtins__ = pristine.builtins

_wait = Condition.wait


class Explored:
    """How many schedules were run, and whether there are no others."""

    def __init__(self, schedules, all):
        self.schedules = schedules
        self.all = all


def explore(scenario, schedules=400, strategy="exhaustive", preemptions=2, depth=3):
    """Run `scenario(answer)` under many schedules, each with the answer loaded anew."""
    guard.verify()
    grading = state.current
    if grading.engine is None:
        scenario(grading.load())
        return Explored(1, False)
    result = grading.engine.explore(scenario, schedules, strategy, preemptions, depth)
    grading.check.schedules += result["schedules"]
    found = result["failure"]
    if found is not None:
        proof = witness.schedule(grading.file, found, result["schedules"])
        raise failed(found["message"], proof)
    return Explored(result["schedules"], result["explored_all"])


class Played:
    """Where a program stands after some moves."""

    def __init__(self, globals, failure, illegal, finished):
        self.globals = globals
        self.failure = failure
        self.illegal = illegal
        self.finished = finished


def play(source, moves, grain="bytecode"):
    """Run a program under a list of thread names, one move each."""
    return Played(**state.engine().play(source, moves, grain))


@contextmanager
def spurious_wakeups():
    """Inside, each `Condition.wait` wakes up once for nothing, before it waits in earnest."""
    engine = state.engine()
    waits = {}  # (thread, condition) → whether the next wait is the one in earnest

    def wait(self, timeout=None):
        key = engine.ident(), id(self)
        waits[key] = not waits.get(key, False)
        if not waits[key]:
            return _wait(self, timeout)
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        saved = self._release_save()
        try:
            engine.pause()
        finally:
            self._acquire_restore(saved)
        return True

    with guard.replaced(Condition, "wait", wait):
        yield


@contextmanager
def slow(owner, name, seconds=0.01):
    """Inside, to read or write `owner.name` takes time; `owner` is a class or an object."""
    engine = state.engine()
    kind = owner if isinstance(owner, type) else type(owner)
    inherited = next((vars(base)[name] for base in type.mro(kind) if name in vars(base)), None)

    def read(self):
        engine.sleep(seconds)
        return _read(self, name, inherited)

    def write(self, value):
        engine.sleep(seconds)
        if hasattr(type(inherited), "__set__"):
            inherited.__set__(self, value)
        else:
            object.__getattribute__(self, "__dict__")[name] = value

    had = name in vars(kind)
    before = vars(kind).get(name)
    type.__setattr__(kind, name, property(read, write))
    try:
        yield
    finally:
        if had:
            type.__setattr__(kind, name, before)
        else:
            type.__delattr__(kind, name)


def _read(subject, name, inherited):
    if hasattr(type(inherited), "__set__"):
        return inherited.__get__(subject, type(subject))
    try:
        return object.__getattribute__(subject, "__dict__")[name]
    except (AttributeError, KeyError):
        pass
    if hasattr(type(inherited), "__get__"):
        return inherited.__get__(subject, type(subject))
    if inherited is None:
        raise AttributeError(f"no attribute {name!r}", name=name, obj=subject)
    return inherited
