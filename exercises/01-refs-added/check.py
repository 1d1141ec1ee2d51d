"""Checks of “Count the references”."""

import sys

from lab.grading import check, expect, generated, life, require, require_freed


@check(points=2)
def counts_what_is_kept(answer):
    """A list, a dict, a closure and a name add what they hold."""
    many = generated().randrange(3, 9)
    for what, op, added in (
        ("lambda obj: obj", lambda obj: obj, 1),
        ("lambda obj: [obj, obj]", lambda obj: [obj, obj], 2),
        (f"lambda obj: [obj] * {many}", lambda obj: [obj] * many, many),
        ("lambda obj: {'key': obj}", lambda obj: {"key": obj}, 1),
        ("lambda obj: (lambda: obj)", lambda obj: lambda: obj, 1),
    ):
        expect(answer.refs_added(op, object()), added, f"refs_added({what}, object())")


@check(points=1)
def temporary_references_are_gone(answer):
    """An operation that keeps nothing adds nothing."""
    expect(answer.refs_added(len, []), 0, "refs_added(len, [])")
    expect(answer.refs_added(lambda obj: [obj] and None, []), 0, "refs_added of a list dropped")


@check(points=1)
def other_references_do_not_matter(answer):
    """However often the object is held already, only what is new counts."""
    obj = object()
    holders = [obj] * generated().randrange(2, 9)
    expect(answer.refs_added(lambda obj: [obj], obj), 1, f"refs_added, {len(holders)} held before")
    holders.clear()
    held = [obj, obj]
    expect(answer.refs_added(lambda obj: held.clear(), obj), -2, "refs_added of clearing a list")


@check(points=1)
def immortal_objects_add_nothing(answer):
    """The count of None, 1 and the empty tuple does not move."""
    if sys.version_info < (3, 12):
        return  # there are none yet
    for obj in (None, 1, ()):
        expect(answer.refs_added(lambda obj: [obj], obj), 0, f"refs_added(…, {obj!r})")


@check(points=1)
def runs_once_and_keeps_nothing(answer):
    """The operation runs once, and nothing is kept afterwards."""
    runs = []

    def op(obj):
        runs.append(1)
        return [obj]

    subject = set()
    watched = life(subject)
    answer.refs_added(op, subject)
    expect(len(runs), 1, "the number of times that op ran")
    del subject
    require_freed(watched, "refs_added() still holds the object that it was given.")
    require(not watched.alive, "refs_added() still holds the object that it was given.")
