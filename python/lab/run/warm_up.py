"""What programs commonly do, so that the engine compiles it well before one is waited for."""

import io
import json
import re
import traceback


class _Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return _Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"_Point({self.x!r}, {self.y:.2f})"


def _arithmetic():
    total = 0
    for i in range(60_000):
        total += i * i % 7
    return total


def _collections():
    table = {str(i): [i, i * 2] for i in range(6_000)}
    table |= {key: (value, key) for key, value in list(table.items())[::2]}
    return sorted(table, key=len), {value for value in range(5_000)}, sum(map(len, table))


def _objects():
    points = [_Point(i, i / 2) for i in range(4_000)]
    for first, second in zip(points, points[1:]):
        first + second
    return "".join(map(repr, points[:1_500]))


def _generators():
    def numbers(count):
        for i in range(count):
            try:
                if i % 50 == 0:
                    raise ValueError(i)
                yield i
            except ValueError as error:
                yield error.args[0]

    return sum(x for x in numbers(15_000) if x % 3)


def _text():
    out = io.StringIO()
    for i in range(1_500):
        print("line", i, f"{i:>8,}", sep="\t", file=out)
    words = re.findall(r"\w+", out.getvalue())
    return json.loads(json.dumps(words))[::-1]


def _calls():
    def fibonacci(n):
        return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)

    return fibonacci(17), _reports()


def _reports():
    try:
        {}["missing"]
    except KeyError as error:
        return traceback.format_exception(error)


_STEPS = (_arithmetic, _collections, _objects, _generators, _text, _calls)


def step(number):
    """Do one short piece of work; the pieces repeat."""
    _STEPS[number % len(_STEPS)]()
