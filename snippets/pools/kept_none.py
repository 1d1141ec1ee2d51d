from lab.pymalloc import alloc, free, start_as

start_as("free all")
blocks = alloc(16, 3_000_000)
kept = set()
free([block for block in blocks if block not in kept])
