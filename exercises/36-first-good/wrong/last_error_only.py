# rejected by: all_fail
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event


def first_good(mirrors, timeout):
    over = Event()
    pool = ThreadPoolExecutor(len(mirrors))
    futures = [pool.submit(mirror, over) for mirror in mirrors]
    try:
        for future in as_completed(futures, timeout):
            if future.exception() is None:
                return future.result()
            last = future.exception()
    finally:
        over.set()
        pool.shutdown(wait=False)
    raise last
