from concurrent.futures import FIRST_COMPLETED as FIRST
from concurrent.futures import ThreadPoolExecutor, wait
from threading import Event


def first_good(mirrors, timeout):
    """The first value that a mirror returns."""
    over = Event()
    with ThreadPoolExecutor(len(mirrors)) as pool:
        asked = set()
        for mirror in mirrors:
            asked.add(pool.submit(mirror, over))
        done, _ = wait(asked, timeout, FIRST)
        return done.pop().result()
