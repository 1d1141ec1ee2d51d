"""Checks of “Put it back”."""

from types import SimpleNamespace

from lab.grading import check, expect, raises, require


def settings():
    """An owner with some attributes."""
    return SimpleNamespace(depth=1, colour="red", limit=None)


@check(points=1)
def set_and_put_back(answer):
    """Inside the block the attribute is the new value, afterwards the old one, and no other changes."""
    owner = settings()
    with answer.changed(owner, "depth", 3):
        expect(owner.depth, 3, "owner.depth inside the block")
        expect(owner.colour, "red", "owner.colour inside a block that changes depth")
    expect(owner, settings(), "owner after the block")
    with answer.changed(owner, "colour", None):
        expect(owner.colour, None, "owner.colour inside changed(owner, 'colour', None)")
    expect(owner, settings(), "owner after the block")
    manager = answer.changed(owner, "depth", 9)
    expect(owner.depth, 1, "owner.depth before the `with`")
    with manager:
        owner.depth = 20
    expect(owner.depth, 1, "owner.depth after a block that changed it itself")


@check(points=1)
def the_old_value(answer):
    """What is put back is the value before the block, also None, and also the very object."""
    owner = settings()
    with answer.changed(owner, "limit", 10):
        expect(owner.limit, 10, "owner.limit inside the block")
    expect(owner.limit, None, "owner.limit after the block, None before")
    owner.limit = value = [1, 2]
    with answer.changed(owner, "limit", 10):
        pass
    require(
        owner.limit is value,
        f"owner.limit is {owner.limit!r} after the block, expected the very object of before.",
    )


@check(points=1)
def nested(answer):
    """Each of two nested blocks puts back what it found."""
    owner = settings()
    with answer.changed(owner, "depth", 2):
        with answer.changed(owner, "depth", 3):
            expect(owner.depth, 3, "owner.depth in the inner block")
        expect(owner.depth, 2, "owner.depth after the inner block")
    expect(owner.depth, 1, "owner.depth after both")


@check(points=2)
def after_an_error(answer):
    """After an error the old value is back, and the error reaches the caller."""
    owner = settings()
    for kind in (ValueError, KeyboardInterrupt):
        error = kind("inside")
        with (
            raises(kind, f"a block that raises {kind.__name__}") as caught,
            answer.changed(owner, "depth", 3),
        ):
            raise error
        require(
            caught.error is error,
            f"A block that raised {error!r} ended with {caught.error!r}, expected that error.",
        )
        expect(owner.depth, 1, f"owner.depth after a block that raised {kind.__name__}")


@check(points=2)
def left_early(answer):
    """After `return` and after the end of a generator that stands in the block, too."""
    owner = settings()

    def leaves():
        with answer.changed(owner, "depth", 3):
            return owner.depth

    expect(leaves(), 3, "owner.depth as returned from inside the block")
    expect(owner.depth, 1, "owner.depth after `return` from inside the block")

    def walks():
        with answer.changed(owner, "depth", 3):
            yield owner.depth

    walk = walks()
    expect(next(walk), 3, "owner.depth as a generator inside the block gave it")
    walk.close()
    expect(owner.depth, 1, "owner.depth after that generator was closed")
