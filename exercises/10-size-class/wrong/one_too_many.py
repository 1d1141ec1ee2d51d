# rejected by: fits_exactly
def block_for(size):
    if size < 0:
        raise ValueError(size)
    if size == 0 or size > 512:
        return None
    index = size // 16
    return (index + 1) * 16, index
