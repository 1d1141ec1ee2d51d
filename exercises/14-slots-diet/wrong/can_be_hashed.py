# rejected by: behaves_as_before
from dataclasses import dataclass


@dataclass(slots=True, weakref_slot=True, unsafe_hash=True)
class Point:
    x: int
    y: int


@dataclass(slots=True, unsafe_hash=True)
class Pixel(Point):
    colour: str
