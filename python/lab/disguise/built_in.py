"""Functions of ours that a program meets as CPython's own in C."""

from _ctypes import _SimpleCData
from types import FunctionType

_TP_NAME = 12  # bytes from the start of a PyTypeObject: three words of 32 bits before it


class builtin_function_or_method:
    """Prints as a built-in function; no class that holds it makes a method of it."""

    __module__ = "builtins"

    def __init__(self, function, module):
        vars(self).update(
            __name__=function.__name__,
            __qualname__=function.__name__,
            __module__=module,
            __doc__=function.__doc__,
            __wrapped__=function,
            __func__=function,  # where the guard finds what stands in
        )

    def __repr__(self):
        return f"<built-in function {self.__name__}>"

    def __reduce__(self):
        return self.__name__


def built_in(function, module):
    """Return `function` as one of the built-in functions of `module`."""
    if not isinstance(function, FunctionType):
        return function
    kind = type(
        "builtin_function_or_method",
        (builtin_function_or_method,),
        {"__call__": staticmethod(function), "__module__": "builtins"},
    )
    return kind(function, module)


def put(module, *functions):
    """Put functions into a module, each under its own name, as its built-in functions."""
    for function in functions:
        setattr(module, function.__name__, built_in(function, module.__name__))


class _Text(_SimpleCData):
    _type_ = "z"


_names = []  # that types point to


def name_in_messages(kind, name):
    """Have CPython's messages call a class `name`, as it calls its own with their module's name."""
    _names.append(name.encode())
    _Text.from_address(id(kind) + _TP_NAME).value = _names[-1]
