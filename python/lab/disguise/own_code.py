"""Which code is the engine's own, by its file: programs are told nothing of it."""

import os
import sys

_LAB = "/lib/lab/"  # where the host puts this package (runtime/boot/manifest.ts)
_STANDARD = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip"
_NAMED = ("grading", "processes")  # whose functions checks call, or the library has under that name
# CPython has C in the place of the engine and of Pyodide, or nothing.
ENGINE = (_LAB, f"{_STANDARD}/pyodide/", f"{_STANDARD}/_pyodide/")
# The part of the engine whose functions have no names that people know.
NAMELESS = tuple(f"{_LAB}lab/{each}" for each in os.listdir(f"{_LAB}lab") if each not in _NAMED)


def is_engine(code):
    """Whether code is the engine's or Pyodide's.

    Where the program's own time goes by, `code.co_filename.startswith(ENGINE)` takes less of it.
    """
    return code.co_filename.startswith(ENGINE)
