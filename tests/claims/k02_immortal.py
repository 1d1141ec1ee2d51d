"""K2: 1, 'a', (), None and int are immortal, so their counts stand still; 300 and a list are not."""
# runs on: engine, python>=3.12

import sys


def grows(thing):
    """Return by how much a thousand references raise the count."""
    before = sys.getrefcount(thing)
    references = [thing] * 1000
    return sys.getrefcount(thing) - before + 0 * len(references)


for thing in (1, "a", (), None, int):
    assert grows(thing) == 0, thing
    assert sys.version_info < (3, 14) or sys._is_immortal(thing), thing

for thing in (int("300"), []):
    assert grows(thing) == 1000, thing
    assert sys.version_info < (3, 14) or not sys._is_immortal(thing), thing
