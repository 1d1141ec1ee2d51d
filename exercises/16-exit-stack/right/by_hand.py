def open_all(openers):
    things = []

    def close_all():
        first = None
        for thing in reversed(things):
            try:
                thing.close()
            except BaseException as error:
                if first is None:
                    first = error
        if first is not None:
            raise first

    try:
        for opener in openers:
            things.append(opener())
    except BaseException:
        close_all()
        raise
    return things, close_all
