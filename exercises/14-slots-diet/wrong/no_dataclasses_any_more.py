# rejected by: behaves_as_before
class Point:
    __slots__ = ("x", "y", "__weakref__")
    __hash__ = None

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return type(self) is type(other) and repr(self) == repr(other)

    def __repr__(self):
        return f"Point(x={self.x}, y={self.y})"


class Pixel(Point):
    __slots__ = ("colour",)

    def __init__(self, x, y, colour):
        super().__init__(x, y)
        self.colour = colour

    def __repr__(self):
        return f"Pixel(x={self.x}, y={self.y}, colour={self.colour!r})"
