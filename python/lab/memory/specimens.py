"""Objects of which everything is known: from them the host learns where CPython keeps what.

What is told of them is JSON with the addresses of objects (`id`) and, for each place in memory that
the host looks for, pairs of an address and what must be found there
(`runtime/memory/layout/layout.ts`).
"""

import gc
import json
import struct
import sys
import types
import weakref


class _Plain:
    def __init__(self, a, b, c):
        self.a = a
        self.b = b
        self.c = c

    def method(self):
        """Be bound."""


class _Other(_Plain):
    pass


class _Slotted:
    __slots__ = ("left", "right")

    def __init__(self, left, right):
        self.left = left
        self.right = right


class _Number(float):
    pass


def _closure(value, other):
    def function(first=value, *, second=other):
        return value, other, first, second

    function.mark = value
    function.__name__ = f"function_{id(value)}"
    return function


def _suspended(first, second, third):
    """Stop with a frame that has three variables; the last is kept in a cell."""

    def inner():
        return third

    yield inner


def _error(depth):
    """An exception with a traceback, a context and a cause."""
    try:
        try:
            raise KeyError(depth)
        except KeyError:
            raise ValueError(depth, object()) from OSError(depth)
    except ValueError as error:
        return error


class Specimens:
    """The objects, kept alive, and `text`: what is known of them, as JSON."""

    def __init__(self):
        self._kept = []
        self._words = {}  # place → [[address, the word that is found there], ...]
        self._bytes = {}  # place → [[address, bytes], ...]
        self._counts()
        self._numbers()
        self._texts()
        self._types()
        self._callables()
        self._errors()
        known = {
            "lists": [self._list(n) for n in (3, 20, 200)],
            "dicts": [self._dict(n) for n in (3, 20, 200)] + [self._numbered(4)],
            "sets": [self._set(n) for n in (3, 40, 300)],
            "instances": [self._instance(cls) for cls in (_Plain, _Plain, _Other)],
            "detached": self._detached(),
            "slotted": self._slots(),
            "frames": [self._frame() for _ in range(3)],
            "spaces": [self._space() for _ in range(3)],
            "kinds": self._kinds(),
            "sizes": [[id(value), sys.getsizeof(value)] for value in self._kept],
        }
        self.text = json.dumps(known | {"words": self._words, "bytes": self._bytes})

    def _keep(self, value):
        self._kept.append(value)
        return value

    def _word(self, place, value, word):
        self._words.setdefault(place, []).append([id(value), word])

    def _counts(self):
        for number in (1001, 2002, 3003):
            self._kept.append([object()] * number)
            self._word("count", self._kept[-1][0], number)
        for value in ([], {1}, 2.5, b"three"):
            self._word("type", self._keep(value), id(type(value)))
        for number in (3, 20, 200):
            items = self._keep(tuple(object() for _ in range(number)))
            self._word("size", items, number)
            self._word("tuple.items", items, id(items[0]))

    def _numbers(self):
        for digits, sign in (([7, 0, 1], 0), ([5, 9], 2), ([11, 12, 13, 14], 0)):
            value = sum(digit << 30 * place for place, digit in enumerate(digits))
            value = self._keep(-value if sign else value)
            self._word("int.tag", value, len(digits) << 3 | sign)
            self._word("int.digits", value, digits[0])
        for value in (2.5, -1e300, 3.25):
            self._byte("float.value", self._keep(value + 0.5), struct.pack("<d", value + 0.5))

    def _byte(self, place, value, found):
        self._bytes.setdefault(place, []).append([id(value), list(found)])

    def _texts(self):
        for length in (9, 31, 140):
            raw = bytes(range(65, 65 + 9)) + b"x" * (length - 9)
            self._byte("bytes.data", self._keep(bytes(list(raw))), raw)
            for first, kind, place, encoding in (
                ("a", 1, "str.ascii", "ascii"),
                ("é", 1, "str.compact", "latin-1"),
                ("€", 2, "str.compact", "utf-16-le"),
                ("🐍", 4, "str.compact", "utf-32-le"),
            ):
                text = self._keep("".join([first, "bcdefghi", "x" * (length - 9)]))
                self._word("str.length", text, length)
                self._byte(place, text, text.encode(encoding))
                self._words.setdefault("str.state", []).append([id(text), kind, first == "a"])

    def _types(self):
        for cls in (_Plain, _Other, _Slotted, _Number, int):
            self._word("type.basic", cls, cls.__basicsize__)
            self._word("type.item", cls, cls.__itemsize__)
            self._word("type.flags", cls, cls.__flags__)
            self._word("type.base", cls, id(cls.__base__))
            self._byte("type.name", cls, cls.__name__.encode() + b"\0")
            if cls is not int:
                self._word("type.dict", cls, id(gc.get_referents(cls.__dict__)[0]))

    def _callables(self):
        for _ in range(3):
            function = self._keep(_closure(object(), [object()]))
            self._word("function.name", function, id(function.__name__))
            self._word("function.globals", function, id(function.__globals__))
            self._word("function.closure", function, id(function.__closure__))
            self._word("function.defaults", function, id(function.__defaults__))
            self._word("function.keywords", function, id(function.__kwdefaults__))
            self._word("function.dict", function, id(function.__dict__))
            cell = self._keep(function.__closure__[0])
            self._word("cell.contents", cell, id(cell.cell_contents))
            method = self._keep(_Plain(1, 2, 3).method)
            self._word("method.function", method, id(method.__func__))
            self._word("method.self", method, id(method.__self__))
            self._word("reference.target", self._keep(weakref.ref(function)), id(function))

    def _errors(self):
        for depth in range(3):
            error = self._keep(_error(depth))
            self._word("error.args", error, id(error.args))
            self._word("error.traceback", error, id(error.__traceback__))
            self._word("error.context", error, id(error.__context__))
            self._word("error.cause", error, id(error.__cause__))
            inner = self._keep(error.__traceback__)
            outer = self._keep(types.TracebackType(inner, inner.tb_frame, 0, 1))
            self._word("traceback.next", outer, id(inner))
            self._word("traceback.frame", inner, id(inner.tb_frame))

    def _list(self, length):
        items = self._keep([object() for _ in range(length)])
        room = (sys.getsizeof(items) - sys.getsizeof([])) // 4
        return {"at": id(items), "items": [id(item) for item in items], "room": room}

    def _dict(self, length):
        table = self._keep({f"key {i} of {length}": object() for i in range(length)})
        return self._known(table, {3: (3, 3), 20: (5, 5), 200: (9, 10)}[length], kind=1)

    def _numbered(self, length):
        return self._known(self._keep({1000 + i: object() for i in range(length)}), (3, 3), 0)

    def _known(self, table, logs, kind):
        keys = [id(key) for key in table]
        values = [id(value) for value in table.values()]
        return {"at": id(table), "keys": keys, "values": values, "logs": logs, "kind": kind}

    def _set(self, length):
        items = self._keep({i * 7 + 1000 for i in range(length)})
        table = sys.getsizeof(items) - sys.getsizeof(set())
        mask = table // 8 - 1 if table else 7
        return {"at": id(items), "items": [id(item) for item in items], "mask": mask}

    def _instance(self, cls):
        values = [object() for _ in "abc"]
        bare = self._keep(cls(*values))
        opened = self._keep(cls(*values))
        table = self._keep(opened.__dict__)
        return {
            "at": id(bare),
            "opened": id(opened),
            "dict": id(table),
            "values": [id(value) for value in values],
        }

    def _detached(self):
        plain = self._keep(_Plain(1, 2, 3))
        plain.__dict__ = {}
        return id(plain)

    def _slots(self):
        both = self._keep(_Slotted(object(), object()))
        names = [[name, id(getattr(both, name))] for name in _Slotted.__slots__]
        return {"at": id(both), "values": names}

    def _frame(self):
        """A frame whose variables have places of their own."""
        generator = self._keep(_suspended(object(), [], {}))
        next(generator)
        frame = self._keep(generator.gi_frame)
        code = frame.f_code
        first, second = (id(frame.f_locals[name]) for name in ("first", "second"))
        self._word("code.name", code, id(code.co_name))
        return {"at": id(frame), "code": id(code), "locals": [first, second]}

    def _space(self):
        """A frame whose variables are in a dict, as those of modules and classes."""
        names = self._keep({})
        try:
            exec("1 / 0", {}, names)
        except ZeroDivisionError as error:
            frame = self._keep(error.__traceback__.tb_next.tb_frame)
        return {"at": id(frame), "dict": id(names)}

    def _kinds(self):
        kinds = {kind.__name__: id(kind) for kind in (bool, bytes, dict, float, frozenset, int)}
        kinds |= {kind.__name__: id(kind) for kind in (list, object, set, str, tuple, type)}
        kinds |= {kind.__name__: id(kind) for kind in (BaseException, weakref.ref)}
        return kinds | {
            "None": id(None),
            "True": id(True),
            "cell": id(types.CellType),
            "frame": id(types.FrameType),
            "function": id(types.FunctionType),
            "method": id(types.MethodType),
            "module": id(types.ModuleType),
            "proxy": id(weakref.ProxyType),
            "callable proxy": id(weakref.CallableProxyType),
            "traceback": id(types.TracebackType),
        }


# Made before any program, and kept: a program finds neither its garbage nor its allocations.
known = Specimens()
