"""How long a sleep of 1 ms takes, alone and beside a thread that computes."""

import sys
import threading
import time

from common import emit, progress, seconds


def run(burners: int, interval: float) -> dict:
    """Return the milliseconds of 200 sleeps beside so many threads that compute."""
    progress(f"{burners} computing, interval {interval} s")
    sys.setswitchinterval(interval)
    over = threading.Event()

    def burn() -> None:
        while not over.is_set():
            for _ in range(1000):
                pass

    threads = [threading.Thread(target=burn) for _ in range(burners)]
    for thread in threads:
        thread.start()
    latencies = [round(seconds(lambda: time.sleep(0.001)) * 1e3, 4) for _ in range(200)]
    over.set()
    for thread in threads:
        thread.join()
    return {"cpu_threads": burners, "switchinterval_s": interval, "latency_ms": latencies}


emit(unit="ms", samples=[run(*how) for how in ((0, 0.005), (1, 0.005), (1, 0.0005), (1, 0.02))])
