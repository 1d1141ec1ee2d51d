# rejected by: thousands_deep
import gc
from types import ModuleType


def find_cycle(start):
    seen = set()

    def walk(holder, path):
        for found in gc.get_referents(holder):
            if found is start:
                return path
            if id(found) in seen or isinstance(found, (type, ModuleType)):
                continue
            seen.add(id(found))
            way = walk(found, [*path, found])
            if way:
                return way
        return None

    return walk(start, [start])
