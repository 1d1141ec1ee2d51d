"""Runs functions of the answer: in threads, in an event loop, by the clock, and in callbacks."""

import asyncio
import gc
import io
import random
import sys
import threading
import time
from contextlib import contextmanager

from ..guard import guard, pristine, state
from ..guard.state import CheckFailed, TooMuch, failed
from . import witness
from .failing import told

__builtins__ = pristine.builtins

NAMES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
PATIENCE = 1.0  # seconds that a thread may take to end, once it has been told to
_Thread, _perf_counter, _sleep, _collect = (
    threading.Thread,
    time.perf_counter,
    time.sleep,
    gc.collect,
)
_start, _join, _alive = _Thread.start, _Thread.join, _Thread.is_alive
_Random, _run, _all_tasks = random.Random, asyncio.run, asyncio.all_tasks
_current_task, _enumerate = asyncio.current_task, threading.enumerate


def join_all(*functions, seconds=60):
    """Run each function in a thread of its own; return their results in order."""
    guard.verify()
    results, errors = [None] * len(functions), []

    def body(number):
        try:
            results[number] = functions[number]()
        except (Exception, SystemExit) as error:
            errors.append((number, error))

    threads = [
        _Thread(target=body, args=(number,), name=_name(number), daemon=True)
        for number in range(len(functions))
    ]
    for thread in threads:
        _start(thread)
    with within(seconds, lambda: _unended(threads, seconds)):
        for thread in threads:
            _join(thread, None if state.current.engine else min(seconds, 10))
            if _alive(thread):
                raise failed(_unended(threads, seconds))
    if errors:
        number, error = min(errors, key=lambda pair: pair[0])
        if isinstance(error, CheckFailed):
            raise error
        raise failed(f"Thread {_name(number)} raises {told(error)}{guard.place(error)}")
    return results


def _name(number):
    return NAMES[number] if number < len(NAMES) else f"T{number + 1}"


def _unended(threads, seconds):
    names = [thread.name for thread in threads if _alive(thread)]
    engine = state.current.engine
    why = engine.waits(names) if engine else ""
    who = f"Thread {names[0]} has" if len(names) == 1 else f"Threads {', '.join(names)} have"
    return f"{who} not ended after {seconds:g} s{why}"


@contextmanager
def within(seconds, message):
    """Fail with `message()` where the block takes longer, by the answer's clock."""
    engine = state.current.engine
    if engine is None:
        yield
        return
    with engine.limit(seconds) as limit:
        try:
            yield
        except TooMuch:
            if not limit.reached:
                raise
            raise failed(message()) from None


class elapsed:
    """`seconds` that the block took, by the answer's clock."""

    def __enter__(self):
        self.seconds = 0.0
        self._begun = _perf_counter()
        return self

    def __exit__(self, *exception):
        self.seconds = _perf_counter() - self._begun


class printed:
    """`text` is what was printed inside."""

    def __enter__(self):
        self._kept, self._outer = io.StringIO(), sys.stdout
        sys.stdout = self._kept
        return self

    def __exit__(self, *exception):
        sys.stdout = self._outer

    @property
    def text(self):
        """What was printed so far."""
        return self._kept.getvalue()


class InFlight:
    """Counts how many are inside at once; `most` is the highest count."""

    def __init__(self):
        self.now = self.most = self.entered = 0

    def __enter__(self):
        self.now += 1
        self.entered += 1
        self.most = max(self.most, self.now)
        return self

    def __exit__(self, *exception):
        self.now -= 1

    async def __aenter__(self):
        return self.__enter__()

    async def __aexit__(self, *exception):
        self.__exit__()


@contextmanager
def nothing_left_behind():
    """Inside, each thread that is started must have ended, and each lock must be free."""
    threads = set(map(id, _enumerate()))
    engine = state.current.engine
    held = engine.held_locks() if engine else []
    yield
    _end_of([thread for thread in _enumerate() if id(thread) not in threads])
    if engine:
        known = set(map(id, held))
        left = [lock for lock in engine.held_locks() if id(lock) not in known]
        if left:
            name, holder = engine.describe_lock(left[0])
            by = f" by {holder}" if holder else ""
            raise failed(f"{name} is still held{by} at the end", witness.objects(left[0]))


def _end_of(threads):
    """Give threads that were told to end the time to do so."""
    deadline = _perf_counter() + PATIENCE
    while any(_alive(thread) for thread in threads) and _perf_counter() < deadline:
        _sleep(PATIENCE / 20)
    left = [thread.name for thread in threads if _alive(thread)]
    if left:
        engine = state.current.engine
        why = engine.waits(left) if engine else ""
        what = "A thread is" if len(left) == 1 else f"{len(left)} threads are"
        raise failed(f"{what} left behind: {', '.join(left)}{why}")


def run_async(function, *arguments, seconds=600):
    """`asyncio.run(function(*arguments))`; no task and no exception may be left behind."""
    guard.verify()
    complaints, left = [], []

    async def main():
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda loop, context: complaints.append(context))
        result = await function(*arguments)
        me = _current_task()
        left.extend(sorted(task.get_name() for task in _all_tasks() if task is not me))
        return result

    with within(seconds, lambda: f"{_called(function)} has not ended after {seconds:g} s"):
        result = _run(main())
    _collect()
    if left:
        what = "task is" if len(left) == 1 else "tasks are"
        raise failed(f"{len(left)} {what} left when {_called(function)} returns: {', '.join(left)}")
    for context in complaints:
        error = context.get("exception")
        detail = f": {told(error)}" if error is not None else ""
        raise failed(f"{context.get('message', 'the event loop complains')}{detail}")
    return result


def _called(function):
    return f"{getattr(function, '__name__', 'the coroutine')}()"


def generated(name=""):
    """A random.Random, the same for the same answer; no answer can know its numbers."""
    grading = state.current
    return _Random(f"{grading.seed} {name} {grading.source}")
