# rejected by: takes_turns
from collections import deque


def run(threads):
    queue, away, ran = deque(threads), {}, []
    while queue or away:
        for name in [n for n in away if away[n] <= len(ran)]:
            del away[name]
            queue.append(name)
        if not queue:
            ran.append(None)
            continue
        name = queue.popleft()
        kind = next(threads[name], None)
        if kind is None:
            continue
        ran.append(name)
        if kind == "io":
            away[name] = len(ran) + 2
        else:
            queue.append(name)
    return ran
