# rejected by: reads_what_it_needs
def parse(lines):
    lines = iter(lines)
    ahead = next(lines, None)
    while ahead is not None:
        line, ahead = ahead, next(lines, None)
        yield int(line)


def keep(numbers, least):
    for number in numbers:
        if number >= least:
            yield number


def scale(numbers, factor):
    for number in numbers:
        yield number * factor
