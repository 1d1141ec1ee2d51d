# rejected by: the_old_value
from contextlib import contextmanager


@contextmanager
def changed(owner, name, value):
    before = getattr(owner, name, None)
    setattr(owner, name, value)
    try:
        yield
    finally:
        if before is not None:
            setattr(owner, name, before)
