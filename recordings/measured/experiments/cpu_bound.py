"""A countdown from forty million: alone, twice, in two threads, processes and interpreters."""

import multiprocessing

from common import emit, in_threads, progress, seconds

COUNT = 40_000_000
ROUNDS = 5


def countdown(n: int = COUNT) -> None:
    """Compute, in nothing but bytecode."""
    while n > 0:
        n -= 1


def processes(method: str) -> None:
    """Count down in two processes at once; their start is included."""
    context = multiprocessing.get_context(method)
    both = [context.Process(target=countdown) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()


def interpreters() -> None:
    """Count down in two interpreters at once; their start is included."""
    from concurrent.futures import InterpreterPoolExecutor

    with InterpreterPoolExecutor(2) as pool:
        for future in [pool.submit(countdown) for _ in range(2)]:
            future.result()


def main() -> None:
    """Measure."""
    ways = {
        "one_thread_1xN": countdown,
        "sequential_2xN": lambda: (countdown(), countdown()),
        "two_threads_2xN": lambda: in_threads(countdown),
        "two_processes_spawn_2xN": lambda: processes("spawn"),
    }
    if "fork" in multiprocessing.get_all_start_methods():
        ways["two_processes_fork_2xN"] = lambda: processes("fork")
    try:
        from concurrent.futures import InterpreterPoolExecutor  # noqa: F401

        ways["two_interpreters_2xN"] = interpreters
    except ImportError:
        progress("no InterpreterPoolExecutor before 3.14: left out")
    samples = {name: [] for name in ways}
    for number in range(ROUNDS):
        progress(f"round {number + 1} of {ROUNDS}")
        for name, work in ways.items():
            samples[name].append(seconds(work))
    emit(unit="seconds", samples=samples)


if __name__ == "__main__":
    main()
