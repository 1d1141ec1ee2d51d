STEP = 16  # bytes from one size class to the next
LARGEST = 512


def block_for(size):
    """The block's bytes and its class, or None."""
    if size < 0:
        raise ValueError("a size cannot be negative")
    if size == 0 or size > LARGEST:
        return None
    index = (size - 1) // STEP
    return (index + 1) * STEP, index
