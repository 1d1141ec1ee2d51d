"""Keeps answers from meddling with what grades them."""

from contextlib import contextmanager

from . import pristine

__builtins__ = pristine.builtins


def verify():
    """Fail if the answer has replaced something that checks rely on."""


def changes():
    """Whether there is such a thing."""
    return False


@contextmanager
def replaced(owner, name, value):
    """Inside, a tool of the grader's stands in the place of something of the library's."""
    before = vars(owner)[name]
    type.__setattr__(owner, name, value)
    try:
        yield
    finally:
        type.__setattr__(owner, name, before)


def place(error):
    """Where in the answer an exception was raised, as the end of a sentence."""
    from . import state

    line, step = None, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == state.current.file:
            line = step.tb_lineno
        step = step.tb_next
    return f" (line {line})" if line else ""
