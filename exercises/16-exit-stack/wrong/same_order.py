# rejected by: closes_what_is_open
from contextlib import ExitStack


def open_all(openers):
    things = []
    try:
        for opener in openers:
            things.append(opener())
    except BaseException:
        for thing in things:
            thing.close()
        raise
    stack = ExitStack()
    for thing in things:
        stack.callback(thing.close)
    return things, stack.close
