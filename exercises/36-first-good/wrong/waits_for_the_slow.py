# rejected by: the_fastest_answers
from concurrent.futures import ThreadPoolExecutor, as_completed
from threading import Event


def first_good(mirrors, timeout):
    over = Event()
    errors = []
    with ThreadPoolExecutor(len(mirrors)) as pool:
        futures = [pool.submit(mirror, over) for mirror in mirrors]
        for future in as_completed(futures, timeout):
            if future.exception() is None:
                return future.result()
            errors.append(future.exception())
        raise ExceptionGroup("no mirror answers", errors)
