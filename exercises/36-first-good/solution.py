from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event


def first_good(mirrors, timeout):
    """The first value that a mirror returns."""
    over = Event()
    errors = []
    pool = ThreadPoolExecutor(len(mirrors))
    futures = [pool.submit(mirror, over) for mirror in mirrors]
    try:
        for future in as_completed(futures, timeout):
            if future.exception() is None:
                return future.result()
            errors.append(future.exception())
    finally:
        over.set()
        pool.shutdown(wait=False)
    raise ExceptionGroup("no mirror answers", errors)
