from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from threading import Event


def first_good(mirrors, timeout):
    """The first value that a mirror returns."""
    over = Event()
    with ThreadPoolExecutor(len(mirrors)) as pool:
        futures = [pool.submit(m, over) for m in mirrors]
        done, _ = wait(futures, timeout, FIRST_COMPLETED)
        return done.pop().result()
