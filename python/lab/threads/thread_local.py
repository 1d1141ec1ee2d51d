"""`threading.local`: a `__dict__` a thread, held by the local so that cycles are collected."""

from weakref import ref

from ..disguise.built_in import name_in_messages
from . import scheduler
from .locks import refuse_pickling


class _local:
    """Thread-local data."""

    __module__ = "_thread"
    __reduce__ = refuse_pickling
    __slots__ = ("__dict__", "__weakref__", "_local__args", "_local__dicts")

    def __new__(cls, /, *args, **kwargs):
        """Make a local; the arguments are kept for each thread's first use."""
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        me = scheduler.run.current
        object.__setattr__(self, "_local__dicts", {me: object.__getattribute__(self, "__dict__")})
        object.__setattr__(self, "_local__args", (args, kwargs))
        me.locals.append(ref(self))
        return self

    def __getattribute__(self, name):
        _use_own(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        _refuse_dict(self, name)
        _use_own(self)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        _refuse_dict(self, name)
        _use_own(self)
        object.__delattr__(self, name)


def _refuse_dict(local, name):
    if name == "__dict__":
        kind = type(local).__name__
        raise AttributeError(f"'{kind}' object attribute '__dict__' is read-only")


def _use_own(local):
    """Give `local` the dict of the current thread; make it where this is the first use."""
    me = scheduler.run.current
    dicts = object.__getattribute__(local, "_local__dicts")
    own = dicts.get(me)
    if own is None:
        own = dicts[me] = {}
        me.locals.append(ref(local))
        object.__setattr__(local, "__dict__", own)
        args, kwargs = object.__getattribute__(local, "_local__args")
        try:
            type(local).__init__(local, *args, **kwargs)
        except BaseException:
            dicts.pop(me, None)  # the next use begins anew, as in CPython
            raise
    object.__setattr__(local, "__dict__", own)


def forget(thread):
    """Drop what an ended thread had in every local."""
    for reference in thread.locals:
        local = reference()
        if local is not None:
            own = object.__getattribute__(local, "_local__dicts").pop(thread, None)
            if own is object.__getattribute__(local, "__dict__"):
                object.__setattr__(local, "__dict__", {})
    thread.locals.clear()


name_in_messages(_local, "_thread._local")
