"""Runs CPython's own tests on the engine; prints a line a module, and what is left out."""

import sys
import unittest

import test.support
from lab.switching.preemption import preempt
from lab.threads import deadlock, scheduler
from lab.threads.begin import begin_run
from lab.threads.clock import VirtualClock
from test.support import threading_helper

# Left out: a part of a test's name, and why it cannot hold here.
LEFT_OUT = {
    "SetAsyncExc": "sets an exception in a thread of the operating system, through ctypes",
    "clear_race": "starts a thread of the operating system, in C",
    "test_frame_tstate_tracing": "starts a thread of the operating system, in C",
    "SubinterpThreadingTests": "needs sub-interpreters",
    "ProcessPool": "needs processes",
    "FailingInitializerResourcesTest": "needs processes",
    "InterpreterPool": "needs sub-interpreters",
    "test_asyncio_module_compiled": "the C module _asyncio stands on threads of the system",
    "TestEagerTaskTaskGroup.test_exception_refcycles_parent_task": "fails without _asyncio anywhere",
}
# They test changes made after 3.14.2; asyncio's pass with the asyncio of their own release here.
LATER = (
    ".test_hamt_gc_3",
    ".test_reset_with_reentrant_finalizer",
    ".EventTests.test_nan_timeout",
    ".ConditionTests.test_nan_timeout",
    ".PySimpleQueueTest.test_nonblocking_ignores_timeout",
    ".test_as_completed_async_iterator_cancelled_anext",
    ".test_as_completed_plain_iterator_cancelled_wait",
    ".test_gather_discards_awaited_by_for_cancelled_sibling",
    ".test_gather_discards_awaited_by_for_pending",
    ".test_run_coroutine_threadsafe_and_cancel",
    ".test_shield_cancel_outer",
    ".test_shield_cancel_outer_exception",
    ".test_shield_cancel_outer_exception_never_retrieved",
    ".test_shield_cancel_outer_in_task",
    ".test_shield_cancel_outer_twice_exception",
    ".test_wait_discards_awaited_by_for_pending",
    ".test_call_graph_finished_task",
    ".test_capture_call_graph_generator_keeps_caller_frames",
    ".test_stack_as_completed",
    ".test_stack_as_completed_timeout",
    ".test_stack_gather_survivor",
    ".test_stack_wait_for_non_positive_timeout",
    ".test_frames_without_location_table",
    ".test_frames_without_location_tree",
)


def _flat(suite):
    for test_case in suite:
        if isinstance(test_case, unittest.TestSuite):
            yield from _flat(test_case)
        else:
            yield test_case


def _begin():
    run = begin_run(VirtualClock())
    run.is_own = lambda file: "/test/test_" in file or "/test/lock_tests" in file
    run.on_deadlock = deadlock.describe
    preempt(run)


def main(bridge, names):
    """Run the test modules named; return (run, failed, left out)."""
    import concurrent.futures

    scheduler.connect(bridge)
    _begin()
    # What stands in for them here is another matter; the tests of thread pools import them.
    concurrent.futures.ProcessPoolExecutor = type("ProcessPoolExecutor", (), {})
    concurrent.futures.InterpreterPoolExecutor = type("InterpreterPoolExecutor", (), {})
    test.support.has_socket_support = True  # or all of test_asyncio is skipped
    test.support.can_start_thread = threading_helper.can_start_thread = True
    totals = [0, 0, 0]
    for name in names.split():
        tests, left_out = [], []
        for case in _flat(unittest.defaultTestLoader.loadTestsFromName(name)):
            why = next((why for part, why in LEFT_OUT.items() if part in case.id()), None)
            if case.id().endswith(LATER):
                why = "tests a change made after 3.14.2"
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
