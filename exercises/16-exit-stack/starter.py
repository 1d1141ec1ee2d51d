def open_all(openers):
    """Open all; return them, and what closes them."""
    things = [opener() for opener in openers]

    def close_all():
        for thing in things:
            thing.close()

    return things, close_all
