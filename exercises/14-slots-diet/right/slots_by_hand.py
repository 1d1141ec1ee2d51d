from dataclasses import dataclass


@dataclass
class Point:
    __slots__ = ("x", "y", "__weakref__")
    x: int
    y: int


@dataclass
class Pixel(Point):
    __slots__ = ("colour",)
    colour: str
