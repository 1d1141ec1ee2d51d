# rejected by: a_source_without_an_end
def parse(lines):
    return (int(line) for line in lines)


def keep(numbers, least):
    kept = list(filter(lambda number: number >= least, numbers))
    return (number for number in kept)


def scale(numbers, factor):
    return (number * factor for number in numbers)
