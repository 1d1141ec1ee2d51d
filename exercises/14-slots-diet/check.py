"""Checks of “Points on a diet”."""

import weakref
from copy import copy, deepcopy
from dataclasses import dataclass, replace

from lab.grading import check, expect, fail, raises, require, retained_bytes


@dataclass
class Point:
    """The points as they were."""

    x: int
    y: int


@dataclass
class Pixel(Point):
    """The pixels as they were."""

    colour: str


def bytes_each(make):
    """What one object takes, of a thousand."""
    kept = [make() for _ in range(1000)]

    def fill():
        for number in range(1000):
            kept[number] = make()

    kept[:] = [None] * 1000
    return retained_bytes(fill) / 1000


def require_lean(make, make_before, what):
    """At most three quarters of what it was, measured in this same run."""
    before, now = bytes_each(make_before), bytes_each(make)
    require(
        now <= 0.75 * before,
        f"{what} takes {now:.0f} bytes, {now / before:.0%} of the {before:.0f} bytes before, expected at most 75%.",
        numbers=[(f"share of the bytes of {what} before", now / before, 0.75, "", "less")],
    )


@check(points=1)
def behaves_as_before(answer):
    """Attributes, changes, comparison, text and kind are as before."""
    point, pixel = answer.Point(1, 2), answer.Pixel(3, 4, "red")
    expect((point.x, point.y), (1, 2), "x and y of Point(1, 2)")
    expect((pixel.x, pixel.y, pixel.colour), (3, 4, "red"), "x, y and colour of Pixel(3, 4, 'red')")
    try:
        point.x, pixel.y, pixel.colour = 10, 40, "blue"
    except AttributeError as error:
        fail(f"Setting x of a Point, or y and colour of a Pixel, raised AttributeError: {error}.")
    expect(
        (point.x, pixel.y, pixel.colour),
        (10, 40, "blue"),
        "point.x, pixel.y and pixel.colour after they were set",
    )
    require(isinstance(pixel, answer.Point), "A Pixel is no Point.")
    same = (
        answer.Point(1, 2) == answer.Point(1, 2),
        answer.Point(1, 2) == answer.Point(1, 3),
        answer.Point(1, 2) == (1, 2),
    )
    expect(
        same,
        (True, False, False),
        "whether Point(1, 2) equals Point(1, 2), Point(1, 3), and (1, 2)",
    )
    same = (
        answer.Pixel(1, 2, "red") == answer.Pixel(1, 2, "red"),
        answer.Pixel(1, 2, "red") == answer.Pixel(1, 2, "blue"),
        answer.Pixel(1, 2, "red") == answer.Point(1, 2),
    )
    expect(
        same,
        (True, False, False),
        "whether Pixel(1, 2, 'red') equals itself, a blue one, and Point(1, 2)",
    )
    with raises(TypeError, "hash(Point(1, 2)), as before,"):
        hash(answer.Point(1, 2))
    try:
        moved = replace(answer.Pixel(1, 2, "red"), y=3)
    except TypeError:
        fail(
            "dataclasses.replace(Pixel(1, 2, 'red'), y=3) no longer works: a Pixel is no dataclass."
        )
    expect((moved.x, moved.y, moved.colour), (1, 3, "red"), "replace(Pixel(1, 2, 'red'), y=3)")
    for duplicate in (copy(moved), deepcopy(moved)):
        require(duplicate == moved, "A copy of a Pixel does not equal it.")
    match answer.Point(1, 2):
        case answer.Point(1, y):
            expect(y, 2, "y of Point(1, 2) in `case Point(1, y)`")
    expect(repr(answer.Point(1, 2)), "Point(x=1, y=2)", "repr(Point(1, 2))")
    expect(
        repr(answer.Pixel(1, 2, "red")), "Pixel(x=1, y=2, colour='red')", "repr(Pixel(1, 2, 'red'))"
    )


@check(points=1)
def weak_references_work(answer):
    """Points and pixels can be referred to weakly."""
    for one in (answer.Point(1, 2), answer.Pixel(1, 2, "red")):
        try:
            weakref.ref(one)
        except TypeError as error:
            fail(f"weakref.ref({one!r}) raised TypeError: {error}.")


@check(points=2)
def points_are_lean(answer):
    """A point takes at most three quarters of the bytes, and no other attribute can be set."""
    point = answer.Point(1, 2)
    with raises(AttributeError, "Point(1, 2).z = 3"):
        point.z = 3
    require_lean(lambda: answer.Point(1, 2), lambda: Point(1, 2), "a Point")


@check(points=2)
def pixels_too(answer):
    """So does a pixel."""
    pixel = answer.Pixel(1, 2, "red")
    with raises(AttributeError, "Pixel(1, 2, 'red').z = 3"):
        pixel.z = 3
    require_lean(lambda: answer.Pixel(1, 2, "red"), lambda: Pixel(1, 2, "red"), "a Pixel")
