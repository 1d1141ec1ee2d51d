"""All code of a program, of which each object is watched by itself."""

from types import CodeType


def code_objects(code):
    """`code`, and all code inside it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from code_objects(constant)
