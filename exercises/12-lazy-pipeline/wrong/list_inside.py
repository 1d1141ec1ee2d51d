# rejected by: a_source_without_an_end
def parse(lines):
    numbers = [int(line) for line in lines]
    yield from numbers


def keep(numbers, least):
    for number in numbers:
        if number >= least:
            yield number


def scale(numbers, factor):
    for number in numbers:
        yield number * factor
