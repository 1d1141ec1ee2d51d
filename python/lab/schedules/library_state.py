"""What a program may change in the library, and its next run in the same interpreter finds anew.

A program that is explored, played or graded runs some thousand times a second. So only what can be
told apart at once is put back, and most of it only for programs that could have changed it; what
the library imports for them stays imported.
"""

import ast
import asyncio
import concurrent.futures.thread as pools
import logging
import os
import sys
import threading
import warnings
from itertools import count

from .. import host

# Modules that lead to no settings, files or random numbers of the machine.
_PLAIN = frozenset(
    "abc asyncio collections concurrent contextlib copy dataclasses enum functools heapq itertools "
    "json math operator queue random re string textwrap threading time types typing weakref".split()
)
_LEADING_ANYWHERE = frozenset(("__builtins__", "__import__", "compile", "eval", "exec", "open"))
_TEMPORARY = "/tmp"


def _modules_of(source):
    """The modules that a program imports, by their first names; None where it could lead to any."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Name) and node.id in _LEADING_ANYWHERE:
            return None
    return found


def _settings(logger):
    return logger.level, logger.propagate, logger.disabled, logger.handlers[:], logger.filters[:]


def _own_modules(modules):
    """Those among the names of modules that lie beside the program."""
    for name in modules:
        file = getattr(sys.modules[name], "__file__", None)
        if file is not None and not file.startswith("/lib/"):
            yield name


def _remove(path):
    if not os.path.isdir(path):
        os.remove(path)
        return
    for name in os.listdir(path):
        _remove(os.path.join(path, name))
    os.rmdir(path)


class LibraryState:
    """What there is before a program has run."""

    def __init__(self, source):
        used = _modules_of(source)
        self._is_plain = used is not None and used <= _PLAIN
        self._draws = not self._is_plain or "random" in used
        self._counts = not self._is_plain or not used.isdisjoint(("asyncio", "concurrent"))
        self._modules = frozenset(sys.modules)
        self._environ = dict(os.environ)
        self._environ_as_bytes = dict(os.environ._data)
        lists = sys.path, sys.argv, threading._threading_atexits
        self._lists = [(names, names[:]) for names in lists]
        self._limit = sys.getrecursionlimit()
        self._hooks = sys.excepthook, sys.unraisablehook, sys.displayhook
        self._filters = warnings.filters[:]
        self._loggers = dict(logging.root.manager.loggerDict)
        named = [each for each in self._loggers.values() if isinstance(each, logging.Logger)]
        self._settings = [(logger, _settings(logger)) for logger in (logging.root, *named)]
        self._folder = os.getcwd()
        self._files = {folder: os.listdir(folder) for folder in (self._folder, _TEMPORARY)}

    def put_back(self, seed):
        """Have the library be as it was; the machine's random numbers follow from `seed`."""
        if self._draws:
            host.draw_lots(seed)
        if self._counts:
            asyncio.tasks._task_name_counter = count(1).__next__
            pools.ThreadPoolExecutor._counter = count().__next__
        if not self._is_plain:
            self._put_settings_back()

    def _put_settings_back(self):
        if "tempfile" in sys.modules:
            sys.modules["tempfile"]._name_sequence = None
        if "decimal" in sys.modules:
            decimal = sys.modules["decimal"]
            decimal.setcontext(decimal.DefaultContext.copy())
        sys.excepthook, sys.unraisablehook, sys.displayhook = self._hooks
        if sys.getrecursionlimit() != self._limit:
            sys.setrecursionlimit(self._limit)
        for names, before in self._lists:
            if names != before:
                names[:] = before
        if os.environ._data != self._environ_as_bytes:
            os.environ.clear()
            os.environ.update(self._environ)
        if warnings.filters != self._filters:
            with warnings._lock:
                warnings.filters[:] = self._filters
                warnings._filters_mutated_lock_held()
        self._put_logging_back()
        self._put_files_back()
        if len(sys.modules) != len(self._modules):
            for name in list(_own_modules(sys.modules.keys() - self._modules)):
                del sys.modules[name]
            self._modules = frozenset(sys.modules)

    def _put_logging_back(self):
        if logging.root.manager.loggerDict != self._loggers:
            logging.root.manager.loggerDict.clear()
            logging.root.manager.loggerDict.update(self._loggers)
        for logger, before in self._settings:
            if _settings(logger) != before:
                logger.setLevel(before[0])
                _, logger.propagate, logger.disabled, logger.handlers[:], logger.filters[:] = before

    def _put_files_back(self):
        os.chdir(self._folder)
        for folder, before in self._files.items():
            names = os.listdir(folder)
            for name in names if names != before else ():
                if name not in before:
                    _remove(os.path.join(folder, name))
