# rejected by: leaves_the_rest_to_malloc
def block_for(size):
    if size < 0:
        raise ValueError(size)
    if size > 512:
        return None
    index = max(size - 1, 0) // 16
    return (index + 1) * 16, index
