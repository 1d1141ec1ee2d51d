# rejected by: points_are_lean
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


@dataclass(slots=True)
class Pixel(Point):
    colour: str
