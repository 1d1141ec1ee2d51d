from contextlib import ExitStack, contextmanager


@contextmanager
def valve(n):
    if n == 3:
        raise OSError("valve 3 is stuck")
    print("open", n)
    try:
        yield
    finally:
        print("close", n)


try:
    with ExitStack() as stack:
        for n in range(1, 6):
            stack.enter_context(valve(n))
except OSError as error:
    print(error)
