# rejected by: a_close_that_raises
def open_all(openers):
    things = []

    def close_all():
        for thing in reversed(things):
            thing.close()

    try:
        for opener in openers:
            things.append(opener())
    except BaseException:
        close_all()
        raise
    return things, close_all
