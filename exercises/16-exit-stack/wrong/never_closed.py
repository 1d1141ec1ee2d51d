# rejected by: closes_what_is_open
from contextlib import ExitStack


def open_all(openers):
    things = []
    stack = ExitStack()
    for opener in openers:
        thing = opener()
        stack.callback(thing.close)
        things.append(thing)
    return things, stack.close
