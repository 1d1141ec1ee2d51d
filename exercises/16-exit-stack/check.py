"""Checks of “All open, or all closed”."""

from lab.grading import check, expect, fail, require


class Room:
    """Things that write down when they are opened and closed."""

    def __init__(self, bad_openers=(), bad_closes=(), kind=None):
        self.log = []
        self.kind = kind
        self.bad_openers = bad_openers
        self.bad_closes = bad_closes

    def openers(self, names):
        """An opener for each name."""
        return [lambda name=name: Thing(self, name) for name in names]


class Thing:
    """Opened when it is made."""

    def __init__(self, room, name):
        self.room, self.name = room, name
        room.log.append(f"open {name}")
        if name in room.bad_openers:
            raise (room.kind or OSError)(f"cannot open {name}")

    def close(self):
        """Write it down; raise where it was told to."""
        self.room.log.append(f"close {self.name}")
        if self.name in self.room.bad_closes:
            raise (self.room.kind or RuntimeError)(f"cannot close {self.name}")


def error_of(function, what):
    """The error that a call has to raise."""
    try:
        function()
    except (OSError, RuntimeError, KeyboardInterrupt) as error:
        return error
    fail(f"{what} raised nothing, expected its error.")


def chain(error):
    """The texts of an error and of those that led to it."""
    texts = []
    while error is not None:
        texts.append(str(error))
        error = error.__cause__ or error.__context__
    return texts


@check(points=1)
def opens_in_order(answer):
    """All are opened, in order, returned, and stay open."""
    room = Room()
    things, close_all = answer.open_all(room.openers("abc"))
    expect([thing.name for thing in things], ["a", "b", "c"], "the names of what open_all returned")
    expect(room.log, ["open a", "open b", "open c"], "what happened in open_all of a, b and c")
    things, close_all = answer.open_all([])
    expect(list(things), [], "what open_all([]) returned")
    close_all()


@check(points=1)
def closes_in_reverse(answer):
    """close_all() closes all of them, the last first."""
    room = Room()
    _, close_all = answer.open_all(room.openers("abc"))
    room.log.clear()
    close_all()
    expect(room.log, ["close c", "close b", "close a"], "what happened in close_all()")


@check(points=2)
def closes_what_is_open(answer):
    """Where an opener raises, what is open is closed in reverse and nothing more is opened."""
    for bad, happened in (
        ("c", ["open a", "open b", "open c", "close b", "close a"]),
        ("a", ["open a"]),
        ("d", ["open a", "open b", "open c", "open d", "close c", "close b", "close a"]),
    ):
        room = Room(bad_openers=bad)
        error = error_of(
            lambda room=room: answer.open_all(room.openers("abcd")),
            f"open_all, where {bad} cannot be opened,",
        )
        expect(
            room.log,
            happened,
            f"what happened in open_all of a, b, c and d, where {bad} cannot be opened,",
        )
        expect(
            chain(error), [f"cannot open {bad}"], "the error that came, with those that led to it,"
        )
        require(
            isinstance(error, OSError),
            f"open_all raised {error!r}, expected the OSError of the opener.",
        )
    room = Room(bad_openers="c", kind=KeyboardInterrupt)
    error_of(lambda: answer.open_all(room.openers("abc")), "open_all, interrupted in c,")
    expect(
        room.log,
        ["open a", "open b", "open c", "close b", "close a"],
        "what happened in open_all of a, b and c, where c raises KeyboardInterrupt,",
    )


@check(points=2)
def a_close_that_raises(answer):
    """A close() that raises keeps no other from being closed, and its error comes after that."""
    for bad, kind in (("c", None), ("b", None), ("a", None), ("b", KeyboardInterrupt)):
        room = Room(bad_closes=bad, kind=kind)
        _, close_all = answer.open_all(room.openers("abc"))
        room.log.clear()
        how = f"close_all(), where {bad}.close() raises {(kind or RuntimeError).__name__},"
        error = error_of(close_all, how)
        expect(room.log, ["close c", "close b", "close a"], f"what happened in {how}")
        expect(str(error), f"cannot close {bad}", "the text of the error that came")


@check(points=2)
def both_go_wrong(answer):
    """Where an opener and a close() raise, all are closed and the opener's error is in the chain."""
    room = Room(bad_openers="d", bad_closes="b")
    error = error_of(
        lambda: answer.open_all(room.openers("abcde")),
        "open_all, where d cannot be opened, nor b closed,",
    )
    expect(
        room.log,
        ["open a", "open b", "open c", "open d", "close c", "close b", "close a"],
        "what happened in open_all, where d cannot be opened, nor b closed,",
    )
    texts = chain(error)
    require(
        texts == ["cannot close b", "cannot open d"],
        f"The errors that came, from the last to the first, are {texts}, expected ['cannot close b', 'cannot open d'].",
    )
