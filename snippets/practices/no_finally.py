from contextlib import contextmanager, suppress


@contextmanager
def resource():
    print("open")
    yield
    print("close")


with suppress(ZeroDivisionError), resource():
    print(1 / 0)
print("the end")
