from contextlib import ExitStack


def open_all(openers):
    """Open all; return them, and what closes them."""
    things = []
    with ExitStack() as stack:
        for opener in openers:
            thing = opener()
            stack.callback(thing.close)
            things.append(thing)
        return things, stack.pop_all().close
