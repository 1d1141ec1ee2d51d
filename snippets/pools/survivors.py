from lab.pymalloc import alloc, free, statistics

blocks = alloc(64, 200_000)
kept = blocks[::16_000]
free(sorted(set(blocks) - set(kept)))
print(len(kept), statistics()["arenas"])
free(kept)
print(statistics()["arenas"])
