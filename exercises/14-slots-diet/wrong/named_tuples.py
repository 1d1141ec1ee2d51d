# rejected by: behaves_as_before
from collections import namedtuple

Point = namedtuple("Point", "x y")


class Pixel(namedtuple("Pixel", "x y colour"), Point):
    __slots__ = ()
