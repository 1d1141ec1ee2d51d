"""Checks of “How long will it take?”."""

from lab.grading import check, expect_close, generated


def ask(answer, expected, *arguments):
    """Compare one estimate with what it should be."""
    shown = ", ".join(map(repr, arguments))
    expect_close(answer.estimate(*arguments), expected, f"estimate({shown})")


@check(points=1)
def one_after_another(answer):
    """In turn, everything adds up."""
    ask(answer, 24, 4, 1, 5, "sync", 2)
    ask(answer, 6, 1, 1, 5, "sync", 8)


@check(points=2)
def threads_share_one_core(answer):
    """Threads share out the waiting, and one GIL's computing."""
    ask(answer, 9, 4, 1, 5, "threads", 2)
    ask(answer, 12, 12, 1, 0, "threads", 4)
    ask(answer, 5, 100, 0, 5, "threads", 1)


@check(points=2)
def one_loop_is_one_thread(answer):
    """Tasks of asyncio compute one after another too."""
    ask(answer, 9, 4, 1, 5, "asyncio", 2)
    ask(answer, 12, 12, 1, 0, "asyncio", 4)


@check(points=2)
def processes_have_to_start(answer):
    """Processes use all cores, once they are up."""
    start = answer.START
    ask(answer, start + 2 + 5, 4, 1, 5, "processes", 2)
    ask(answer, start + 4, 7, 1, 0, "processes", 2)
    ask(answer, start + 6, 1, 1, 5, "processes", 8)


@check(points=2)
def without_a_gil_threads_use_all_cores(answer):
    """Free threads use all cores, and need no start."""
    ask(answer, 2 + 5, 4, 1, 5, "free-threaded", 2)
    ask(answer, 4, 7, 1, 0, "free-threaded", 2)


@check(points=1)
def any_jobs_on_any_machine(answer):
    """Twenty other machines and loads."""
    dice = generated()
    for _ in range(20):
        n, cores = dice.randint(1, 30), dice.randint(1, 16)
        cpu, wait = dice.randint(0, 9) / 2, dice.randint(0, 9)
        rounds = -(-n // cores) * cpu + wait
        ask(answer, n * cpu + n * wait, n, cpu, wait, "sync", cores)
        ask(answer, n * cpu + wait, n, cpu, wait, "threads", cores)
        ask(answer, n * cpu + wait, n, cpu, wait, "asyncio", cores)
        ask(answer, rounds + answer.START, n, cpu, wait, "processes", cores)
        ask(answer, rounds, n, cpu, wait, "free-threaded", cores)
