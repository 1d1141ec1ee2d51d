def parse(lines):
    """The lines as integers."""
    for line in lines:
        yield int(line)


def keep(numbers, least):
    """Those that are at least `least`."""
    for number in numbers:
        if number >= least:
            yield number


def scale(numbers, factor):
    """Each number times the factor."""
    for number in numbers:
        yield number * factor
