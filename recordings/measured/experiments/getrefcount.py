"""What sys.getrefcount says in small programs, each in a namespace of its own."""

import sys

from common import emit

PROGRAMS = {
    "module_list": "a = []\nr = sys.getrefcount(a)",
    "module_list_two_names": "a = []\nb = a\nr = sys.getrefcount(a)",
    "local_list": "def f():\n    x = []\n    return sys.getrefcount(x)\nr = f()",
    "local_list_two_names": "def f():\n  x = []\n  y = x\n  return sys.getrefcount(x)\nr = f()",
    "argument": "def f(x):\n    return sys.getrefcount(x)\na = []\nr = f(a)",
    "argument_of_literal": "def f(x):\n    return sys.getrefcount(x)\nr = f([])",
    "literal_direct": "r = sys.getrefcount([])",
    "in_container": "a = []\nbox = [a, a, a]\nr = sys.getrefcount(a)",
    "attribute": "class O: pass\no = O(); o.x = []\nr = sys.getrefcount(o.x)",
    "self_cycle": "a = []\na.append(a)\nr = sys.getrefcount(a)",
    "instance": "class O: pass\no = O()\nr = sys.getrefcount(o)",
    "closure_cell": "def f():\n  x = []\n  def g(): return x\n  return sys.getrefcount(x)\nr = f()",
    "after_del": "a = []\nb = a\ndel b\nr = sys.getrefcount(a)",
    "none": "r = sys.getrefcount(None) > 2**29",
    "small_int_0": "r = sys.getrefcount(0) > 2**29",
    "big_int_computed": "n = int('123456789')\nr = sys.getrefcount(n)",
    "empty_tuple": "r = sys.getrefcount(()) > 2**29",
    "type_int": "r = sys.getrefcount(int) > 2**29",
}

samples = {}
for name, source in PROGRAMS.items():
    namespace = {"sys": sys}
    exec(source, namespace)
    samples[name] = {"source": source, "refcount": namespace["r"]}
emit(samples=samples)
