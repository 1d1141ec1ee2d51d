# rejected by: an_error_is_no_answer
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from threading import Event


def first_good(mirrors, timeout):
    over = Event()
    pool = ThreadPoolExecutor(len(mirrors))
    futures = [pool.submit(mirror, over) for mirror in mirrors]
    done, _ = wait(futures, timeout, FIRST_COMPLETED)
    over.set()
    pool.shutdown(wait=False)
    if not done:
        raise TimeoutError
    return done.pop().result()
