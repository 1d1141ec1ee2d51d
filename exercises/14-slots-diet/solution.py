from dataclasses import dataclass


@dataclass(slots=True, weakref_slot=True)
class Point:
    x: int
    y: int


@dataclass(slots=True)
class Pixel(Point):
    colour: str
