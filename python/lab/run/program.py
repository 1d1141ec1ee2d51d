"""Run a program as `python file.py` would, from its first line to its last object."""

import atexit
import linecache
import os
import re
import sys
import types
import weakref
from gc import collect
from json import dumps, loads

from .. import host
from ..disguise import hooks
from ..memory import by_name, objects
from ..switching.every_bytecode import EveryBytecode
from ..switching.preemption import preempt
from ..system import fresh
from ..threads import clock, deadlock, policies, scheduler
from ..threads.begin import begin_run
from ..trace import trace
from . import left, report, streams


def prepare(source, file):
    """Make what the program finds when it starts; return its `__main__`."""
    streams.install()
    sys.excepthook = sys.__excepthook__
    main = types.ModuleType("__main__")
    main.__file__ = file
    main.__builtins__ = sys.modules["builtins"]
    sys.modules["__main__"] = main
    sys.argv[:] = [file]
    library = [path for path in sys.path if path.startswith("/lib/python")]
    sys.path[:] = [os.getcwd(), *library, "/lib/lab"]
    lines = source.splitlines(True)
    linecache.cache[file] = (len(source), None, lines, file)
    sys.orig_argv[:] = [sys.executable, file]
    return main


def put_on_disk(source, file):
    """Put the program where it finds itself, and where CPython looks for the lines it shows."""
    try:
        os.makedirs(os.path.dirname(os.path.abspath(file)), exist_ok=True)
        with open(file, "w", encoding="utf-8", errors="surrogatepass", newline="") as out:
            out.write(source)
    except OSError:
        pass  # a name that no file can have: lines are shown from `linecache`


def exit_code(error):
    """The exit status of a SystemExit, as a shell sees it; text goes to stderr."""
    code = error.code
    if code is None:
        return 0
    if isinstance(code, int):
        return code & 0xFF
    print(code, file=sys.stderr)
    return 1


def raised(error, file):
    """The outcome of an exception that nobody caught."""
    if isinstance(error, scheduler.Deadlock):
        return {"kind": "raised", "error": deadlock.as_error(error)}
    described = report.describe(error, file)
    try:
        described["traceback"] = hooks.uncaught(error, described["traceback"])
    except SystemExit as exit:
        return {"kind": "exited", "code": exit_code(exit)}
    return {"kind": "raised", "error": described}


_UNREADABLE = re.compile("[\0\ud800-\udfff]")


def _reject_unreadable(source, file):
    """Raise a SyntaxError that names the line of a character which no source file can hold."""
    found = _UNREADABLE.search(source)
    if found is None:
        return
    start = source.rfind("\n", 0, found.start()) + 1
    line = source.count("\n", 0, start) + 1
    text = source[start:].split("\n", 1)[0].encode("utf-8", "replace").decode()
    what = "a null byte" if found[0] == "\0" else f"a lone surrogate (U+{ord(found[0]):04X})"
    place = (file, line, found.start() - start + 1, text.replace("\0", "?"))
    raise SyntaxError(f"source code cannot contain {what}", place)


def _execute(source, file, main, recorder, steps, watcher):
    try:
        _reject_unreadable(source, file)
        code = compile(source, file, "exec", dont_inherit=True)
        stands = scheduler.run.clock.pause()
        fresh.begin()
        if recorder is not None:
            _record(recorder, code)
        if steps is not None:
            steps.begin(code)
        if watcher is not None:
            watcher.prepare(main)
            watcher.begin(scheduler.run, code)
        host.started()
        scheduler.run.clock.go_on(stands)
        exec(code, main.__dict__)
        if steps is not None:
            steps.over(0)
        _join_threads()
        return {"kind": "done"}
    except SystemExit as error:
        if steps is not None:
            steps.over(0)
        outcome = {"kind": "exited", "code": exit_code(error)}
    except BaseException as error:
        outcome = _raised(error, file, recorder)
        if steps is not None:
            steps.over(outcome.get("error", {}).get("line") or 0)
    return _outlast(outcome, file, recorder)


def _raised(error, file, recorder):
    """The outcome of an exception that nobody caught; the trace is told, and who pressed Stop."""
    if recorder is not None and recorder.open:
        recorder.raised(error)
    outcome = raised(error, file)
    if host.stopped() and "error" in outcome:
        sys.stderr.write(outcome["error"]["traceback"])
    return outcome


def _outlast(outcome, file, recorder):
    """Wait for the others, though the main thread has raised or exited; return the outcome."""
    error = outcome.get("error")
    if error is not None:
        if error["type"] == "Deadlock" or host.stopped():
            return outcome
        run = scheduler.run
        if not all(thread.daemon or thread is run.current for thread in run.threads):
            # What they print comes after the traceback.
            sys.stderr.write(error["traceback"])
            error["traceback"] = ""
    try:
        _join_threads()
    except BaseException as error:
        return _raised(error, file, recorder)
    return outcome


def _record(recorder, code):
    """Begin the trace of a program."""
    recorder.begin(scheduler.run, code)
    recorder.watch(sys.stdout, "stdout")
    recorder.watch(sys.stderr, "stderr")


def _end_record(recorder):
    """Tell that the main thread ended, and name what threads waited for while it has its names."""
    if recorder.open:
        recorder.ends()
    recorder.name_objects()


def _join_threads():
    """Do what `threading` does before the interpreter ends: pools end, then all non-daemons."""
    threading = sys.modules.get("threading")
    if threading is None:
        return
    try:
        threading._shutdown()
    except scheduler.Deadlock:
        raise
    except BaseException as error:
        if host.stopped():
            raise
        hooks.unraisable(error, "Exception ignored on threading shutdown")


def begin(file, options):
    """Start the engine for a program: its clock, its threads, where they may be switched."""
    virtual = options["clock"] == "virtual"
    time = clock.VirtualClock() if virtual else clock.RealClock()
    run = begin_run(time, policies.Seeded(options["seed"]))
    run.is_own = {file, "<string>"}.__contains__
    run.on_deadlock = deadlock.describe
    often = options["switch"] == "every-bytecode"
    if often:
        run.on_first_thread = EveryBytecode(options["seed"]).begin
    else:
        preempt(run, options["seed"])
    seed = options["seed"] if virtual else None
    host.draw_lots(seed)
    if "random" in sys.modules:
        sys.modules["random"].seed(seed)
    return run


def _finish(threads):
    atexit._run_exitfuncs()
    threads.freeze()
    main = sys.modules.pop("__main__", None)
    try:
        remains = weakref.ref(main)
    except TypeError:
        return
    del main
    collect()
    main = remains()
    if isinstance(main, types.ModuleType):
        names = main.__dict__
        for hidden in (True, False):
            for name in list(names):
                if name.startswith("_") == hidden and name != "__builtins__":
                    names[name] = None
    del main
    collect()


def run(bridge, source, file, options):
    """Run a program; return as JSON how it ended.

    That is `{kind, virtual, code?, error?, waiting?, names?}`; `options` is JSON: `{clock:
    "virtual" | "real", seed: int, switch: "gil" | "every-bytecode", trace: bool, objects: bool,
    names: bool, look: str | None}`; `by_name` says what can be looked at.
    """
    scheduler.connect(bridge)
    options = loads(options)
    fresh.put_aside(options["look"] == "collector")
    put_on_disk(source, file)
    threads = begin(file, options)
    main = prepare(source, file)
    watcher = by_name.named(options["look"], file, source) if options["look"] else None
    recorder = trace.Trace(file) if options["trace"] and watcher is None else None
    steps = objects.Scenes(file, main) if options["objects"] else None
    outcome = _execute(source, file, main, recorder, steps, watcher)
    outcome["virtual"] = threads.clock.elapsed()
    if watcher is not None and watcher.run is not None:
        watcher.end()
    if outcome.get("error", {}).get("type") != "Deadlock" and (waiting := deadlock.left(threads)):
        outcome["waiting"] = waiting
    # Asked without a call, which takes the program's time.
    if "names" in options and options["names"]:  # noqa: RUF019
        outcome["names"] = left.names(main)
    if recorder is not None:
        _end_record(recorder)
    del main
    finish(threads)
    if recorder is not None and recorder.run is not None:
        recorder.over()
    return dumps(outcome)


def finish(threads):
    """End as CPython ends: exit functions, then `__main__` and all that only it kept alive."""
    try:
        _finish(threads)
    except BaseException as error:
        hooks.unraisable(error, "Exception ignored at exit")
    streams.flush()
