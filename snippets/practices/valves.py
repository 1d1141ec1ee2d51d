from contextlib import ExitStack


def open_valve(n, stack):
    if n == 3:
        raise OSError("valve 3 is stuck")
    print("open", n)
    stack.callback(print, "close", n)


try:
    with ExitStack() as stack:
        for n in (1, 2, 3, 4, 5):
            open_valve(n, stack)
except OSError as error:
    print(error)
