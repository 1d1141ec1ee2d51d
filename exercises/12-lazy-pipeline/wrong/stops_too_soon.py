# rejected by: right_results
from itertools import takewhile


def parse(lines):
    for line in lines:
        yield int(line)


def keep(numbers, least):
    yield from takewhile(lambda number: number >= least, numbers)


def scale(numbers, factor):
    for number in numbers:
        yield number * factor
