from collections import deque

INTERVAL = 5


def run(threads):
    """Who ran at each tick."""
    queue = deque(threads)
    ran = []
    while queue:
        name = queue.popleft()
        if next(threads[name], None) is not None:
            ran.append(name)
            queue.append(name)
    return ran
