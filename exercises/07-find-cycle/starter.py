import gc


def find_cycle(start):
    """The objects from start back to start, or None."""
    seen = set()

    def walk(holder, path):
        seen.add(id(holder))
        for found in gc.get_referents(holder):
            if id(found) in seen:
                return path
            way = walk(found, [*path, found])
            if way:
                return way

    return walk(start, [start])
