# rejected by: behaves_as_before
class Point:
    __slots__ = ("x", "y", "__weakref__")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f"Point(x={self.x}, y={self.y})"


class Pixel(Point):
    __slots__ = ("colour",)

    def __init__(self, x, y, colour):
        super().__init__(x, y)
        self.colour = colour

    def __repr__(self):
        return f"Pixel(x={self.x}, y={self.y}, colour={self.colour!r})"
