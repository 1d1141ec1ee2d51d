"""Starts a process, as `multiprocessing.popen_spawn_posix` does, in a worker of its own."""

import errno
import io
import os
import sys
from multiprocessing import popen_fork, spawn
from multiprocessing.context import reduction, set_spawning_popen

from . import kernel


class Popen(popen_fork.Popen):
    """A process that was started."""

    method = "spawn"

    def __init__(self, process_obj):
        self._held = []
        super().__init__(process_obj)

    def duplicate_for_child(self, fd):
        """Let the child hold this end of a pipe, too."""
        self._held.append(fd)
        return fd

    def _launch(self, process_obj):
        name = process_obj.name
        preparation = spawn.get_preparation_data(name)
        if "init_main_from_path" in preparation:  # the name that tracebacks show here
            preparation["init_main_from_path"] = sys.modules["__main__"].__file__
        pickles = io.BytesIO()
        kernel.moment()  # real time, so that the trace can tell how long it takes
        set_spawning_popen(self)
        try:
            reduction.dump(preparation, pickles)
            reduction.dump(process_obj, pickles)
        finally:
            set_spawning_popen(None)
        data = pickles.getbuffer()
        began = kernel.moment()
        started = kernel.ask("spawn", name, self._held, kernel.began(), data=data)
        if not started:
            error = BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
            error.add_note("(A program may have 8 processes at a time here.)")
            raise error
        self.pid, self.sentinel = started
        kernel.tell("spawn", self.pid, name)
        kernel.tell("send", self.pid, len(data), 0, began)

    def poll(self, flag=os.WNOHANG):
        """Return the exit code, None while there is none; wait for it, unless told not to."""
        if self.returncode is None:
            self.returncode = kernel.ask("exit", self.pid, patient=flag != os.WNOHANG)
        return self.returncode

    def _send_signal(self, sig):
        if self.returncode is None:
            kernel.ask("kill", self.pid, sig)
