"""K1: each further name adds one to an object's count; a lone local shows 1 since 3.14, and showed 2 before."""
# runs on: engine, python>=3.9

import sys
from sys import getrefcount

alone = []
first = getrefcount(alone)
other = alone
assert (first, getrefcount(alone)) == (2, 3), "at module level"


def lone():
    x = []
    return getrefcount(x)


def shared():
    x = []
    y = x
    return getrefcount(x), y


assert lone() == (1 if sys.version_info >= (3, 14) else 2), lone()
assert shared()[0] == lone() + 1
