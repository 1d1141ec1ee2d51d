POOL, HEADER = 16_384, 48

for request in (1, 16, 17, 42, 512, 513):
    if request > 512:
        print(f"{request:4} -> malloc")
    else:
        block = -(-request // 16) * 16
        fits = (POOL - HEADER) // block
        print(f"{request:4} -> {block:3}, {fits:4} fit")
