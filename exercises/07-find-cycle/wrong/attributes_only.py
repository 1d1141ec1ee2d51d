# rejected by: lists_that_hold_each_other
def find_cycle(start):
    came_from = {}
    queue = [start]
    for holder in queue:
        for found in vars(holder).values():
            if found is start:
                way = [holder]
                while way[-1] is not start:
                    way.append(came_from[id(way[-1])])
                return way[::-1]
            if hasattr(found, "__dict__") and id(found) not in came_from:
                came_from[id(found)] = holder
                queue.append(found)
    return None
