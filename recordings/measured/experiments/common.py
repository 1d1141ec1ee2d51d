"""What experiments need: to time work, to say how far they are, to hand over what they found."""

import json
import sys
import threading
from collections.abc import Callable
from time import perf_counter


def seconds(work: Callable[[], object]) -> float:
    """Return how long the work takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def in_threads(work: Callable[[], object], count: int = 2) -> None:
    """Do the same work in so many threads at once."""
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def progress(text: str) -> None:
    """Say how far the experiment is."""
    print(text, file=sys.stderr, flush=True)


def emit(**found: object) -> None:
    """Hand over what was found: the only thing on standard output."""
    print(json.dumps(found))


def unfit(sentence: str) -> None:
    """End, since the experiment does not fit this build."""
    emit(unfit=sentence)
    sys.exit()
