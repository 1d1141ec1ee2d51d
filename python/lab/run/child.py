"""What a child process does: what `multiprocessing.spawn` does in a new interpreter."""

import io
import json
import random
import sys
from multiprocessing import process, reduction, spawn
from types import ModuleType

from .. import host
from ..processes import kernel
from ..system import fresh
from ..threads import scheduler
from ..trace.trace import Trace
from . import program


def _main(pickles, sentinel, recorder):
    process.current_process()._inheriting = True
    try:
        spawn.prepare(reduction.pickle.load(pickles))
        if recorder is not None:
            recorder.stage("unpickle")
        self = reduction.pickle.load(pickles)
    finally:
        del process.current_process()._inheriting
    stands = scheduler.run.clock.pause()
    fresh.begin()
    scheduler.run.clock.go_on(stands)
    host.started()
    if recorder is not None:
        recorder.follow_module(sys.modules["__main__"])
        recorder.stage("work")
    sys.exit(self._bootstrap(sentinel))


def _record(threads, file, began):
    """Tell what happens in this process, by the clock of its program."""
    recorder = Trace(file)
    recorder.begin_child(threads, began)
    recorder.watch(sys.stdout, "stdout")
    recorder.watch(sys.stderr, "stderr")
    return recorder


def run(bridge, source, file, options, data):
    """Run a process to its end; return `{kind: "exited", code, virtual: null}` as JSON.

    `options` is JSON: `{pid, parent, sentinel, seed, began}`, where `sentinel` is the handle of
    the parent's end, and `began` is when the program began, where what happens is to be told.
    `data` holds the pickles that `popen` made.
    """
    scheduler.connect(bridge)
    options = json.loads(options)
    fresh.put_aside()
    kernel.pid, kernel.parent = options["pid"], options["parent"]
    seed = f"{options['seed']} {kernel.pid}"
    threads = program.begin(file, {"clock": "real", "seed": seed, "switch": "gil"})
    random.seed(seed)
    program.prepare(source, file)
    program.put_on_disk(source, file)
    recorder = None if options["began"] is None else _record(threads, file, options["began"])
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        _main(io.BytesIO(data.to_bytes()), options["sentinel"], recorder)
    except SystemExit as error:
        code = program.exit_code(error)
    except BaseException as error:
        outcome = program.raised(error, file)
        sys.stderr.write(outcome.get("error", {}).get("traceback", ""))
        code = outcome.get("code", 1)
    if recorder is not None:
        recorder.stage("end")
    program.finish(threads)
    if recorder is not None:
        recorder.ends()
        recorder.over()
    return json.dumps({"kind": "exited", "code": code, "virtual": None})
