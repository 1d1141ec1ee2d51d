# rejected by: a_close_that_raises
from contextlib import suppress


def open_all(openers):
    things = []

    def close_all():
        for thing in reversed(things):
            with suppress(Exception):
                thing.close()

    try:
        for opener in openers:
            things.append(opener())
    except BaseException:
        close_all()
        raise
    return things, close_all
