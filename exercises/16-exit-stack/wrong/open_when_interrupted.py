# rejected by: closes_what_is_open
def open_all(openers):
    """Open all; return them, and what closes them."""
    things = []

    def close_all():
        last = None
        for thing in reversed(things):
            try:
                thing.close()
            except BaseException as error:
                last = error
        if last is not None:
            raise last

    try:
        for opener in openers:
            things.append(opener())
    except Exception:
        close_all()
        raise
    return things, close_all
