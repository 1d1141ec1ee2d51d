# rejected by: tells_the_others
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event


def first_good(mirrors, timeout):
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
        pool.shutdown(wait=False, cancel_futures=True)
    raise ExceptionGroup("no mirror answers", errors)
