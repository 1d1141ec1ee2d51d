"""The looks, each by the name that a run asks for: the one module that knows them all."""

from . import look  # noqa: F401 (so that the snapshot has it; its kinds come when asked for)


def named(name, file, source):
    """The look called `name`, at the program in `file`, whose text is `source`."""
    if name == "collector":
        from .collector import CollectorLook as Chosen
    elif name == "allocations":
        from .allocations import AllocationsLook as Chosen
    elif name == "pools" and "lab.pymalloc" in source:
        from .pools import PoolsLook as Chosen
    elif name == "pools":
        from .own_pools import OwnPoolsLook as Chosen
    elif name == "blocks":
        from .blocks import BlocksLook as Chosen
    else:
        raise ValueError(f"there is no look called {name!r}")
    return Chosen(file)
