"""K12: one long C call such as sum(range(n)) holds the GIL until its end, while a Python loop lets a second thread in every few milliseconds."""
# runs on: python>=3.10 with the GIL

import threading
import time


def loop():
    end = time.perf_counter() + 0.6
    while time.perf_counter() < end:
        pass


def one_call():
    sum(range(20_000_000))


def ticks_during(work):
    """Return how often a second thread came to tick while the work went on, and the seconds."""
    ticks, over = [], threading.Event()

    def tick():
        while not over.is_set():
            time.sleep(0.001)
            ticks.append(time.perf_counter())

    ticker = threading.Thread(target=tick)
    ticker.start()
    time.sleep(0.02)
    start = time.perf_counter()
    work()
    end = time.perf_counter()
    over.set()
    ticker.join()
    return sum(start < at < end for at in ticks), end - start


held, seconds = min(ticks_during(one_call) for _ in range(3))
shared, _ = max(ticks_during(loop) for _ in range(3))
# The ticker may slip in before the call begins or as it ends.
assert held <= 3, (held, seconds)
assert shared >= 20, shared
