# rejected by: closes_the_source
def parse(lines):
    return map(int, lines)


def keep(numbers, least):
    return filter(lambda number: number >= least, numbers)


def scale(numbers, factor):
    return map(lambda number: number * factor, numbers)
