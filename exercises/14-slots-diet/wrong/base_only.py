# rejected by: pixels_too
from dataclasses import dataclass


@dataclass(slots=True, weakref_slot=True)
class Point:
    x: int
    y: int


@dataclass
class Pixel(Point):
    colour: str
