# rejected by: refuses_negative_sizes
def block_for(size):
    if size <= 0 or size > 512:
        return None
    index = (size - 1) // 16
    return (index + 1) * 16, index
