def parse(lines):
    """The lines as integers."""
    return [int(line) for line in lines]


def keep(numbers, least):
    """Those that are at least `least`."""
    return [n for n in numbers if n >= least]


def scale(numbers, factor):
    """Each number times the factor."""
    return [n * factor for n in numbers]
