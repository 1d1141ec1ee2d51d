from contextlib import contextmanager

log = []


@contextmanager
def resource():
    log.append("open")
    yield
    log.append("close")


try:
    with resource():
        print(1 / 0)
except ZeroDivisionError:
    print(log)
