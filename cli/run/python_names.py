"""Print as JSON what the standard library offers by name; run in the interpreter of the cells."""

import contextlib
import importlib
import json
import sys
import types
import warnings

MODULES = """
abc array asyncio atexit bisect builtins collections concurrent.futures contextlib contextvars copy
copyreg csv ctypes dataclasses datetime decimal dis enum fractions functools gc hashlib heapq
inspect io itertools json logging math multiprocessing numbers operator os os.path pathlib pickle
pprint queue random re sched secrets shutil signal sqlite3 statistics string struct sys tempfile
textwrap threading time timeit tomllib traceback tracemalloc types typing unittest uuid weakref
zlib
""".split()

CLASSES = """
bool bytearray bytes complex dict float frozenset int list memoryview object range set slice str
tuple BaseException array.array asyncio.Barrier asyncio.Condition asyncio.Event asyncio.Future
asyncio.Lock asyncio.Queue asyncio.Runner asyncio.Semaphore asyncio.Task asyncio.TaskGroup
collections.ChainMap collections.Counter collections.OrderedDict collections.defaultdict
collections.deque concurrent.futures.Future concurrent.futures.InterpreterPoolExecutor
concurrent.futures.ProcessPoolExecutor concurrent.futures.ThreadPoolExecutor
contextlib.ExitStack datetime.date datetime.datetime datetime.timedelta decimal.Decimal
fractions.Fraction io.StringIO pathlib.Path queue.LifoQueue queue.PriorityQueue queue.Queue
queue.SimpleQueue random.Random re.Match re.Pattern threading.Barrier threading.BoundedSemaphore
threading.Condition threading.Event threading.Lock threading.RLock threading.Semaphore
threading.Thread threading.Timer threading.local tracemalloc.Snapshot weakref.WeakKeyDictionary
weakref.WeakSet weakref.WeakValueDictionary weakref.finalize
""".split()


def public(names):
    """Keep what is meant for others."""
    return sorted(name for name in names if not name.startswith("_"))


def offered(module):
    """The names of a module that it says are public, or else all but other modules that it uses."""
    found = public(getattr(module, "__all__", dir(module)))
    prefix = module.__name__ + "."
    return [
        name
        for name in found
        if not isinstance(value := getattr(module, name, None), types.ModuleType)
        or value.__name__.startswith(prefix)
        or (module.__name__, name) == ("os", "path")
    ]


def attributes(name):
    """The public attributes of a class, without what only our locks have, and obsolete names."""
    module, _, cls = name.rpartition(".")
    found = public(dir(getattr(importlib.import_module(module or "builtins"), cls)))
    return [name for name in found if name != "holder" and not name.endswith("_lock")]


def importable():
    """The modules that can be imported here."""
    for name in sorted(sys.stdlib_module_names):
        if name.startswith("_") or name in ("antigravity", "this"):
            continue
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
            yield name


warnings.simplefilter("ignore")
print(
    json.dumps(
        {
            "modules": {name: offered(importlib.import_module(name)) for name in MODULES},
            "classes": {name: attributes(name) for name in CLASSES},
            "importable": list(importable()),
        }
    )
)
