"""What a program leaves at its end, for an editor to complete: names, and attributes of values.

All is read past the program's own code: no attribute is looked up by name, so no property, no
`__getattr__` and no `__dir__` runs.
"""

import types

from ..switching import collecting

MOST_NAMES = 300
MOST_ATTRIBUTES = 200
MOST_TYPES = 40
IMMUTABLE = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE: a type that is written in C

_ancestors = type.__dict__["__mro__"].__get__
_namespace = type.__dict__["__dict__"].__get__
_flags = type.__dict__["__flags__"].__get__
_name = type.__dict__["__name__"].__get__
_module_names = types.ModuleType.__dict__["__dict__"].__get__


def _public(names):
    return (name for name in names if type(name) is str and not name.startswith("_"))


def _own(value):
    """The names in the dict of an instance, where it has one that is CPython's own."""
    for cls in _ancestors(type(value)):
        place = _namespace(cls).get("__dict__")
        if type(place) is types.GetSetDescriptorType:
            return tuple(place.__get__(value))
        if place is not None:
            break
    return ()


def _attributes(value):
    found = dict.fromkeys(_public(_own(value)))
    classes = _ancestors(value if type in _ancestors(type(value)) else type(value))
    for cls in classes:
        found.update(dict.fromkeys(_public(_namespace(cls))))
    return sorted(found)[:MOST_ATTRIBUTES]


def names(main):
    """Return `{name: [what it is, its attributes or None]}` of the public names of a module.

    What it is: `module threading`, `class Box`, or the name of the value's type. There are no
    attributes of modules and of values of built-in types, which are no news.
    """
    was_on = collecting.pause()
    found = {}
    told = 0
    for name in list(_public(_module_names(main)))[:MOST_NAMES]:
        value = _module_names(main)[name]
        kind = type(value)
        if kind is types.ModuleType:
            module = _module_names(value).get("__name__")
            found[name] = [f"module {module}" if type(module) is str else "module", None]
            continue
        is_class = type in _ancestors(kind)
        built_in = not is_class and _flags(kind) & IMMUTABLE
        told += not built_in
        what = f"class {_name(value)}" if is_class else _name(kind)
        found[name] = [what, None if built_in or told > MOST_TYPES else _attributes(value)]
    collecting.go_on(was_on)
    return found
