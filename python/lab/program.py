"""Run a program as `python file.py` would, from its first line to its last object."""

import atexit
import gc
import json
import linecache
import sys
import types

from . import host, report, streams, waiting


def _prepare(source, file):
    """Make what the program finds when it starts; return its `__main__`."""
    streams.install()
    waiting.install()
    sys.excepthook = sys.__excepthook__
    main = types.ModuleType("__main__")
    main.__file__ = file
    main.__builtins__ = sys.modules["builtins"]
    sys.modules["__main__"] = main
    sys.argv[:] = [file]
    if "random" in sys.modules:
        sys.modules["random"].seed()
    lines = source.splitlines(True)
    linecache.cache[file] = (len(source), None, lines, file)
    return main


def _exit_code(error):
    """The exit status of a SystemExit, as a shell sees it; text goes to stderr."""
    code = error.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def _raised(error, file):
    """The outcome of an exception that nobody caught."""
    if sys.excepthook is not sys.__excepthook__:
        try:
            sys.excepthook(type(error), error, error.__traceback__)
            return {"kind": "raised", "error": report.describe(error, file) | {"traceback": ""}}
        except BaseException:
            pass
    return {"kind": "raised", "error": report.describe(error, file)}


def _execute(source, file, main):
    try:
        code = compile(source, file, "exec", dont_inherit=True)
        host.started()
        exec(code, main.__dict__)
    except SystemExit as error:
        return {"kind": "exited", "code": _exit_code(error)}
    except BaseException as error:
        return _raised(error, file)
    return {"kind": "done"}


def _finish():
    """End as CPython ends: exit functions, then the module's names, then what is left in cycles."""
    atexit._run_exitfuncs()
    main = sys.modules.pop("__main__", None)
    names = main.__dict__ if isinstance(main, types.ModuleType) else {}
    del main
    gc.collect()
    for hidden in (True, False):
        for name in list(names):
            if name.startswith("_") == hidden and name != "__builtins__":
                names[name] = None
    gc.collect()


def run(bridge, source, file):
    """Run a program; return how it ended, as JSON: `{kind, code?, error?}`."""
    host.connect(bridge)
    main = _prepare(source, file)
    outcome = _execute(source, file, main)
    del main
    try:
        _finish()
    except BaseException as error:
        sys.unraisablehook(
            types.SimpleNamespace(
                exc_type=type(error),
                exc_value=error,
                exc_traceback=error.__traceback__,
                err_msg="Exception ignored at exit",
                object=None,
            )
        )
    streams.flush()
    return json.dumps(outcome)
