# rejected by: takes_turns
from collections import deque

INTERVAL = 5


def run(threads):
    queue, away = deque(threads), {}
    ran, holder, turns = [], None, 0
    while holder or queue or away:
        for name in [n for n in away if away[n] <= len(ran)]:
            del away[name]
            queue.append(name)
        if holder is None and queue:
            holder, turns = queue.popleft(), 0
        if holder is None:
            ran.append(None)
            continue
        kind = next(threads[holder], None)
        if kind is None:
            holder = None
            continue
        ran.append(holder)
        turns += 1
        if kind == "io":
            away[holder] = len(ran) + 2
            holder = None
        elif turns >= INTERVAL and queue:
            queue.appendleft(holder)
            holder = None
    return ran
