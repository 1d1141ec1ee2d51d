# rejected by: met_twice_is_no_cycle
import gc
from types import ModuleType


def find_cycle(start):
    seen = {id(start)}
    paths = [[start]]
    while paths:
        path = paths.pop()
        for found in gc.get_referents(path[-1]):
            if isinstance(found, (type, ModuleType)):
                continue
            if id(found) in seen:
                return path
            seen.add(id(found))
            paths.append([*path, found])
    return None
