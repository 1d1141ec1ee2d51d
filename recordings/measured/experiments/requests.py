"""What a program asks of CPython's allocator for objects, line by line, with sizes.

    cc -shared -fPIC -O1 -o requests.so requests.c
    python3.14 -I requests.py ./requests.so program.py

Prints JSON: of each line its requests in order, `+48` for a block, `-48` for one given back,
`~48:96` for one that is to be larger or smaller. The program begins with empty free lists.
"""

# ruff: noqa: F401, the program finds these imported, as in the browser
import collections
import ctypes
import functools
import gc
import json
import mmap
import random
import sys
import types
import weakref
from array import array

WORDS = 40_000_000
library = ctypes.CDLL(sys.argv[1])
with open(sys.argv[2]) as file:
    code = compile(file.read(), "program.py", "exec", dont_inherit=True)
buffer = mmap.mmap(-1, WORDS * 8)
base = ctypes.addressof(ctypes.c_char.from_buffer(buffer))
where = array("i", [0])
main = types.ModuleType("__main__")
sys.modules["__main__"] = main
main.__builtins__ = sys.modules["builtins"]


def at_line(_code, line):
    """The program is about to do a line."""
    where[0] = line


def parts(code):
    """`code`, and all code inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from parts(constant)


LINE = sys.monitoring.events.LINE
sys.monitoring.use_tool_id(3, "requests")
sys.monitoring.register_callback(3, LINE, at_line)
for part in parts(code):
    sys.monitoring.set_local_events(3, part, LINE)
library.begin.argtypes = [ctypes.c_void_p, ctypes.c_int64, ctypes.c_void_p]
library.end.restype = ctypes.c_int64
library.begin(base, WORDS, where.buffer_info()[0])
gc.collect()
exec(code, main.__dict__)
where[0] = 0
log = list(memoryview(buffer).cast("q")[: library.end()])

lines, live = {}, {}
rows = iter(zip(*[iter(log)] * 4, strict=True))
for what, place, size, line in rows:
    text = None
    if what in (3, 4):  # a block is to be of another size: the next row says where and how large
        _, moved, size, line = next(rows)
        if place in live:
            text = f"~{live.pop(place)}:{size}"
        elif place == 0 and what == 3:
            text = f"+{size}"
        if text:
            live[moved] = size
    elif what == 1:
        live[place] = size
        text = f"+{size}"
    elif place in live:
        text = f"-{live.pop(place)}"
    if text and line:
        lines.setdefault(line, []).append(text)
print(json.dumps(lines))
