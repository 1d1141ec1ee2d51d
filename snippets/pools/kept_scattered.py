from lab.pymalloc import alloc, free, start_as

start_as("keep scattered")
blocks = alloc(16, 3_000_000)
kept = set(blocks[::20_000])
free([block for block in blocks if block not in kept])
