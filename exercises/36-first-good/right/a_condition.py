from threading import Condition, Event, Thread


def first_good(mirrors, timeout):
    over, changed = Event(), Condition()
    good, bad = [], []

    def ask(mirror):
        try:
            value = mirror(over)
        except Exception as error:
            with changed:
                bad.append(error)
                changed.notify()
        else:
            with changed:
                good.append(value)
                changed.notify()

    for mirror in mirrors:
        Thread(target=ask, args=[mirror]).start()
    with changed:
        ended = changed.wait_for(lambda: good or len(bad) == len(mirrors), timeout)
        if not ended:
            over.set()
            raise TimeoutError
        if good:
            over.set()
            return good[0]
    raise ExceptionGroup("all failed", bad)
