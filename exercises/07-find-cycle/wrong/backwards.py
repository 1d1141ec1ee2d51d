# rejected by: lists_that_hold_each_other
import gc
from types import ModuleType


def find_cycle(start):
    came_from = {}
    queue = [start]
    for holder in queue:
        for found in gc.get_referents(holder):
            if found is start:
                way = [holder]
                while way[-1] is not start:
                    way.append(came_from[id(way[-1])])
                return way
            if isinstance(found, (type, ModuleType)):
                continue
            if id(found) not in came_from:
                came_from[id(found)] = holder
                queue.append(found)
    return None
