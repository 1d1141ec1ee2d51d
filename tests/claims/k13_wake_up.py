"""K13: a thread that wakes beside one that computes waits about a switch interval for the GIL; alone it waits far less."""
# runs on: python>=3.10 with the GIL

import statistics
import sys
import threading
import time


def delay(burners):
    """Return the median delay of a wake-up beside so many threads that compute, in seconds."""
    over = threading.Event()

    def burn():
        while not over.is_set():
            for _ in range(1000):
                pass

    threads = [threading.Thread(target=burn) for _ in range(burners)]
    for thread in threads:
        thread.start()
    delays = []
    for _ in range(60):
        start = time.perf_counter()
        time.sleep(0.001)
        delays.append(time.perf_counter() - start - 0.001)
    over.set()
    for thread in threads:
        thread.join()
    return statistics.median(delays)


alone = min(delay(0) for _ in range(3))
beside = min(delay(1) for _ in range(3))
interval = sys.getswitchinterval()
assert 0.8 * interval < beside < 4 * interval, (alone, beside)
assert alone < 0.5 * interval, (alone, beside)
