STEP = 8  # bytes from one size class to the next
LARGEST = 512


def block_for(size):
    """The block's bytes and its class, or None."""
    index = size // STEP
    return index * STEP, index
