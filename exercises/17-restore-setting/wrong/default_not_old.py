# rejected by: nested
from contextlib import contextmanager

defaults = {}


@contextmanager
def changed(owner, name, value):
    before = defaults.setdefault((id(owner), name), getattr(owner, name))
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, before)
