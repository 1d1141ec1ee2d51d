POOL, HEADER = 16_384, 48


def block(request):
    """Bytes reserved for a small request, else None."""
    if request <= 512:
        return -(-request // 16) * 16


for request in (1, 16, 17, 42, 512, 513):
    size = block(request)
    if size:
        fits = (POOL - HEADER) // size
        print(f"{request:4} -> {size:3}, {fits:4} a pool")
    else:
        print(f"{request:4} -> malloc")
