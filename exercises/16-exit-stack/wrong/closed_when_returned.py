# rejected by: opens_in_order
from contextlib import ExitStack


def open_all(openers):
    things = []
    with ExitStack() as stack:
        for opener in openers:
            thing = opener()
            stack.callback(thing.close)
            things.append(thing)
        return things, stack.close
