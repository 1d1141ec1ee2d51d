from contextlib import contextmanager


@contextmanager
def resource():
    print("open")
    yield
    print("close")


try:
    with resource():
        print(1 / 0)
except ZeroDivisionError:
    print("an error, as expected")
