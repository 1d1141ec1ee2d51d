# rejected by: closes_what_is_open
from contextlib import ExitStack


def open_all(openers):
    things = []
    stack = ExitStack()
    for opener in openers:
        try:
            thing = opener()
        except OSError:
            stack.close()
            return [], stack.close
        stack.callback(thing.close)
        things.append(thing)
    return things, stack.close
