from contextlib import contextmanager


@contextmanager
def changed(owner, name, value):
    """Set an attribute for the time of a block."""
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)
