"""The names of the library and of the grader that no answer may bind to something else."""

import sys
from types import (
    BuiltinFunctionType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodType,
    ModuleType,
    WrapperDescriptorType,
)

from ...disguise.built_in import builtin_function_or_method
from . import pristine

__builtins__ = pristine.builtins

LIBRARY = (
    "_thread _tracemalloc _weakref _weakrefset ast asyncio asyncio.base_events asyncio.events "
    "asyncio.futures asyncio.locks asyncio.queues asyncio.runners asyncio.taskgroups "
    "asyncio.tasks asyncio.threads asyncio.timeouts builtins collections collections.abc "
    "concurrent.futures concurrent.futures._base concurrent.futures.thread contextlib contextvars "
    "copy dataclasses enum functools gc inspect itertools json json.decoder json.encoder linecache "
    "operator queue random sys threading time traceback tracemalloc types typing unittest "
    "unittest.case unittest.mock warnings weakref"
).split()
CORE = frozenset(
    (
        "builtins threading threading.Thread threading.Condition threading.Event _thread asyncio "
        "asyncio.runners.Runner time gc weakref lab.threads._thread lab.threads.scheduler "
        "lab.threads.scheduler.Scheduler lab.threads.locks lab.threads.locks.lock "
        "lab.threads.locks.RLock lab.threads.locks._Contended lab.switching.preemption.Preemption "
        "lab.switching.watching.Watch lab.schedules.accesses.Accesses "
        "lab.schedules.strategies.Path lab.schedules.trial lab.schedules.trial.Trial "
        "lab.schedules.explore lab.schedules.explore.Explorer lab.grading.engine "
        "lab.grading.engine.Scenarios lab.grading.engine.Engine lab.grading.guard.state "
        "lab.grading.checking.comparison lab.grading.checking.failing "
        "lab.grading.checking.running lab.grading.checking.exploring check"
    ).split()
)
# Names that the grader itself, the engine or the streams of a run set anew.
FREE = frozenset(
    "input excepthook current run stdout stderr stdin __stdout__ __stderr__ __stdin__ last_exc "
    "last_type last_value last_traceback displayhook unraisablehook breakpointhook exception "
    "_active_limbo_lock _counter _guard _limbo asked".split()
)
CACHES = frozenset(
    "__annotations__ __annotations_cache__ __annotate__ __annotate_func__ __signature__ __doc__ "
    "__static_attributes__ __firstlineno__ __weakref__ __dict__ __abstractmethods__".split()
)
FIXED = (
    BuiltinFunctionType,
    FunctionType,
    GetSetDescriptorType,
    MemberDescriptorType,
    MethodType,
    ModuleType,
    WrapperDescriptorType,
    builtin_function_or_method,
    classmethod,
    property,
    staticmethod,
    type,
)
CONSTANT = frozenset(("builtins", "check"))  # modules in which nothing may change


class Place:
    """A module or a class, and the things that its names stand for."""

    def __init__(self, owner, name, is_class):
        self.owner = owner
        self.name = name
        self.names = vars(owner)
        every = name in CONSTANT
        kept = [
            (key, value)
            for key, value in self.names.items()
            if (every or isinstance(value, FIXED)) and key not in FREE and key not in CACHES
        ]
        self.keys = [key for key, _ in kept]
        self.values = [value for _, value in kept]
        self.size = len(self.names)
        self.before = frozenset(self.names)
        self._is_class = is_class

    def added(self):
        """A name that was not there before, and matters: in a module one that hides a builtin."""
        for key in self.names:
            if key not in self.before and key not in CACHES:
                if self._is_class or key in pristine.builtins:
                    return key
        return None


def modules(check_module):
    """The modules whose names are kept, the grader's own and the check among them."""
    ours = [m for name, m in sys.modules.items() if name.partition(".")[0] == "lab"]
    library = [sys.modules[name] for name in LIBRARY if name in sys.modules]
    return list({id(m): m for m in [*library, *ours, check_module]}.values())


def places(module):
    """The module and the classes that are defined in it."""
    yield Place(module, module.__name__, False)
    for value in list(vars(module).values()):
        if isinstance(value, type) and value.__module__ == module.__name__:
            if value.__flags__ & (1 << 9):  # Py_TPFLAGS_HEAPTYPE: others cannot be changed
                yield Place(value, f"{module.__name__}.{value.__qualname__}", True)
        elif isinstance(value, builtin_function_or_method):
            yield Place(type(value), f"{module.__name__}.{value.__name__}", True)
