# rejected by: leaves_the_rest_to_malloc
def block_for(size):
    if size < 0:
        raise ValueError(size)
    index = (size - 1) // 16
    if size == 0 or index > 32:
        return None
    return (index + 1) * 16, index
