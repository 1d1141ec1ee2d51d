# rejected by: needs_no_memory
def parse(lines):
    done = []
    for line in lines:
        done.append(int(line))
        yield done[-1]


def keep(numbers, least):
    for number in numbers:
        if number >= least:
            yield number


def scale(numbers, factor):
    for number in numbers:
        yield number * factor
