# rejected by: weak_references_work
from dataclasses import dataclass


@dataclass(slots=True)
class Point:
    x: int
    y: int


@dataclass(slots=True)
class Pixel(Point):
    colour: str
