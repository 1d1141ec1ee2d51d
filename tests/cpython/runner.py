"""Runs CPython's own tests of threads on the engine; prints a line a module, and what is left out."""

import sys
import unittest

import test.support
from lab import deadlock, engine, preemption, scheduler
from lab.clock import VirtualClock
from test.support import threading_helper

# Left out: a part of a test's name, and why it cannot hold here.
LEFT_OUT = {
    "SetAsyncExc": "sets an exception in a thread of the operating system, through ctypes",
    "clear_race": "starts a thread of the operating system, in C",
    "profile": "sys.setprofile beside other threads: walks their parked frames",
    "trac": "sys.settrace beside other threads: walks their parked frames",
    "SubinterpThreadingTests": "needs sub-interpreters",
    "EventTests.test_nan_timeout": "tests a change made after 3.14.2",
    "ConditionTests.test_nan_timeout": "tests a change made after 3.14.2",
    "PySimpleQueueTest.test_nonblocking_ignores_timeout": "tests a change made after 3.14.2",
    "ProcessPool": "needs processes",
    "FailingInitializerResourcesTest": "needs processes",
    "InterpreterPool": "needs sub-interpreters",
}


def _flat(suite):
    for test_case in suite:
        if isinstance(test_case, unittest.TestSuite):
            yield from _flat(test_case)
        else:
            yield test_case


def _begin():
    run = engine.begin(VirtualClock())
    run.is_own = lambda file: "/test/test_" in file or "/test/lock_tests" in file
    run.on_deadlock = deadlock.describe
    engine.preempt(run, preemption.Preemption())


def main(bridge, names):
    """Run the test modules named; return (run, failed, left out)."""
    import concurrent.futures

    scheduler.connect(bridge)
    _begin()
    # What stands in for them here is another matter; the tests of thread pools import them.
    concurrent.futures.ProcessPoolExecutor = type("ProcessPoolExecutor", (), {})
    concurrent.futures.InterpreterPoolExecutor = type("InterpreterPoolExecutor", (), {})
    test.support.can_start_thread = threading_helper.can_start_thread = True
    totals = [0, 0, 0]
    for name in names.split():
        tests, left_out = [], []
        for case in _flat(unittest.defaultTestLoader.loadTestsFromName(name)):
            why = next((why for part, why in LEFT_OUT.items() if part in case.id()), None)
            (left_out if why else tests).append((case, why))
        suite = unittest.TestSuite(case for case, _ in tests)
        result = unittest.TextTestRunner(stream=sys.stdout, verbosity=0).run(suite)
        left_out += [(case, why) for case, why in result.skipped]
        failed = len(result.failures) + len(result.errors)
        run = result.testsRun - len(result.skipped)
        print(f"{name}: {run - failed} passed, {failed} failed, {len(left_out)} left out")
        for case, why in left_out:
            print(f"    {case.id().removeprefix(name + '.')}: {why}")
        totals = [a + b for a, b in zip(totals, (run, failed, len(left_out)), strict=True)]
    return totals
