"""`sqlite3` knows threads by what the operating system calls one: here the engine knows them."""

import sqlite3
from functools import wraps
from sqlite3 import dbapi2

from ..threads import scheduler

# A call into SQLite is never cut in two here: threads may share the module, connections, cursors.
_THREAD_SAFETY = 3
_OF_CONNECTION = (
    "__call__ __enter__ __exit__ backup blobopen close commit create_aggregate create_collation "
    "create_function create_window_function getlimit iterdump "
    "rollback set_authorizer set_progress_handler set_trace_callback setlimit".split()
)
_OF_CURSOR = "__next__ close execute executemany executescript fetchall fetchmany fetchone".split()


def _check(connection):
    here, owner = scheduler.run.current.ident, connection._owner
    if owner not in (None, here):
        raise sqlite3.ProgrammingError(
            "SQLite objects created in a thread can only be used in that same thread. "
            f"The object was created in thread id {owner} and this is thread id {here}."
        )


def _checked(method, connection_of):
    @wraps(method)
    def checked(self, *args, **kwargs):
        _check(connection_of(self))
        return method(self, *args, **kwargs)

    return checked


class Cursor(sqlite3.Cursor):
    """SQLite database cursor class."""

    __module__ = "sqlite3"


class Connection(sqlite3.Connection):
    """SQLite database connection object."""

    __module__ = "sqlite3"
    _owner = None

    def __init__(self, *args, check_same_thread=True, **kwargs):
        if len(args) > 4:
            check_same_thread = args[4]
            args = (*args[:4], False, *args[5:])
        else:
            kwargs["check_same_thread"] = False
        super().__init__(*args, **kwargs)
        if check_same_thread:
            self._owner = scheduler.run.current.ident

    def cursor(self, factory=Cursor):
        """Return a cursor for the connection."""
        _check(self)
        return super().cursor(factory)

    def execute(self, *args):
        """Executes an SQL statement."""
        return self.cursor().execute(*args)

    def executemany(self, *args):
        """Repeatedly executes an SQL statement."""
        return self.cursor().executemany(*args)

    def executescript(self, *args):
        """Executes multiple SQL statements at once."""
        return self.cursor().executescript(*args)


_connect = dbapi2.connect


@wraps(_connect)
def connect(database, *args, **kwargs):
    """Open a connection to the SQLite database file."""
    if len(args) < 5:
        kwargs.setdefault("factory", Connection)
    return _connect(database, *args, **kwargs)


def install():
    """Have connections and cursors know the thread that made them."""
    for kind, names, connection_of in (
        (Connection, _OF_CONNECTION, lambda self: self),
        (Cursor, _OF_CURSOR, lambda self: self.connection),
    ):
        for name in names:
            setattr(kind, name, _checked(getattr(kind, name), connection_of))
    for module in (sqlite3, dbapi2):
        module.Connection, module.Cursor, module.connect = Connection, Cursor, connect
        module.threadsafety = _THREAD_SAFETY
