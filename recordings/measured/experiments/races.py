"""Updates that two and four threads lose, with the usual switch interval and a tiny one."""

import sys
import threading

from common import emit, progress

TURNS = 200_000
PROGRAMS = {
    "global_iadd": """
counter = 0
def work(n, i):
    global counter
    for _ in range(n):
        counter += 1
def result(T, n): return T*n, counter
""",
    "attr_iadd": """
class Box: pass
box = Box(); box.v = 0
def work(n, i):
    for _ in range(n):
        box.v += 1
def result(T, n): return T*n, box.v
""",
    "dict_read_then_write": """
d = {"k": 0}
def work(n, i):
    for _ in range(n):
        x = d["k"]; d["k"] = x + 1
def result(T, n): return T*n, d["k"]
""",
    "iadd_python_call": """
counter = 0
def one(): return 1
def work(n, i):
    global counter
    for _ in range(n):
        counter += one()
def result(T, n): return T*n, counter
""",
    "add1_of_counter": """
counter = 0
def add1(x): return x + 1
def work(n, i):
    global counter
    for _ in range(n):
        counter = add1(counter)
def result(T, n): return T*n, counter
""",
    "int_of_counter_c_call": """
counter = 0
def work(n, i):
    global counter
    for _ in range(n):
        counter = int(counter) + 1
def result(T, n): return T*n, counter
""",
    "dict_get_then_set": """
d = {}
def work(n, i):
    for _ in range(n):
        d["k"] = d.get("k", 0) + 1
def result(T, n): return T*n, d["k"]
""",
    "class_with_python_iadd": """
class Money:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Money(self.v + o)
total = Money(0)
def work(n, i):
    global total
    for _ in range(n):
        total = total + 1
def result(T, n): return T*n, total.v
""",
    "property_iadd": """
class Acc:
    def __init__(self): self._v = 0
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x
acc = Acc()
def work(n, i):
    for _ in range(n):
        acc.v += 1
def result(T, n): return T*n, acc.v
""",
    "list_append": """
out = []
def work(n, i):
    for k in range(n):
        out.append(k)
def result(T, n): return T*n, len(out)
""",
    "Counter_iadd": """
from collections import Counter
c = Counter()
def work(n, i):
    for _ in range(n):
        c["k"] += 1
def result(T, n): return T*n, c["k"]
""",
    "locked_iadd": """
import threading
counter = 0
lock = threading.Lock()
def work(n, i):
    global counter
    for _ in range(n):
        with lock:
            counter += 1
def result(T, n): return T*n, counter
""",
}


def trial(source: str, threads: int) -> dict:
    """Return what a program expects and what it gets."""
    namespace = {}
    exec(source, namespace)
    gate = threading.Barrier(threads)

    def run(number: int) -> None:
        gate.wait()
        namespace["work"](TURNS, number)

    team = [threading.Thread(target=run, args=(number,)) for number in range(threads)]
    for thread in team:
        thread.start()
    for thread in team:
        thread.join()
    expected, got = namespace["result"](threads, TURNS)
    lost = expected - got
    return {
        "threads": threads,
        "n_per_thread": TURNS,
        "expected": expected,
        "got": got,
        "lost": lost,
        "lost_pct": round(100 * lost / expected, 4),
    }


samples = {name: {"source": source, "runs": {}} for name, source in PROGRAMS.items()}
for interval in (sys.getswitchinterval(), 1e-6):
    sys.setswitchinterval(interval)
    for name, source in PROGRAMS.items():
        progress(f"{name}, interval {interval:g} s")
        rows = [trial(source, threads) for threads in (2, 4) for _ in range(5)]
        samples[name]["runs"][f"switchinterval={interval:g}"] = rows
emit(samples=samples, note="lost = expected - got")
