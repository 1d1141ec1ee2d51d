class Point:
    __slots__ = ("x", "y")


points = [Point() for _ in range(3000)]
numbers = [float(n) for n in range(3000)]
del points[::2]
more = [Point() for _ in range(1000)]
numbers.clear()
points.clear()
more.clear()
