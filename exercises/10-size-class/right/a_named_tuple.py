from collections import namedtuple

Block = namedtuple("Block", "bytes index")


def block_for(size):
    if size < 0:
        raise ValueError(size)
    if not 1 <= size <= 512:
        return None
    i = (size - 1) >> 4
    return Block(i + 1 << 4, i)
