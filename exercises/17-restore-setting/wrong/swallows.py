# rejected by: after_an_error
from contextlib import contextmanager


@contextmanager
def changed(owner, name, value):
    before = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    except BaseException:
        pass
    setattr(owner, name, before)
