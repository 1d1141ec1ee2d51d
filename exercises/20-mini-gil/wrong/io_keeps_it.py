# rejected by: lets_go_at_once_for_io
from collections import deque

INTERVAL = 5


def run(threads):
    queue = deque(threads)
    ran, holder, turns = [], None, 0
    while holder or queue:
        if holder is None:
            holder, turns = queue.popleft(), 0
        kind = next(threads[holder], None)
        if kind is None:
            holder = None
            continue
        ran.append(holder)
        turns += 1
        if turns >= INTERVAL and queue:
            queue.append(holder)
            holder = None
    return ran
