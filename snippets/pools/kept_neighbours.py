from lab.pymalloc import alloc, free, start_as

start_as("keep neighbours")
blocks = alloc(16, 3_000_000)
kept = set(blocks[:150])
free([block for block in blocks if block not in kept])
