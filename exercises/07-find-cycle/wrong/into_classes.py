# rejected by: not_through_classes_and_modules
import gc


def find_cycle(start):
    came_from = {}
    queue = [start]
    for holder in queue:
        for found in gc.get_referents(holder):
            if found is start:
                way = [holder]
                while way[-1] is not start:
                    way.append(came_from[id(way[-1])])
                return way[::-1]
            if id(found) not in came_from:
                came_from[id(found)] = holder
                queue.append(found)
    return None
