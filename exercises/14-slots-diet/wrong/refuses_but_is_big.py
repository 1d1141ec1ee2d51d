# rejected by: points_are_lean
from dataclasses import dataclass, fields


class Strict:
    def __setattr__(self, name, value):
        if name not in [field.name for field in fields(self)]:
            raise AttributeError(name)
        super().__setattr__(name, value)


@dataclass
class Point(Strict):
    x: int
    y: int


@dataclass
class Pixel(Point):
    colour: str
