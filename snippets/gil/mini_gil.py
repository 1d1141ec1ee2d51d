from collections import deque

work = "c" * 12  # c computes, w waits for I/O
for others in {}, {"B": work}, {"i": "ww"}:
    plans = {"A": work} | others
    queue = deque((n, iter(p)) for n, p in plans.items())
    while queue:
        name, steps = queue.popleft()  # takes the GIL
        for held, step in enumerate(steps, 1):
            print(name, end="")
            if step == "w" or (queue and held >= 5):
                queue.append((name, steps))  # drops it
                break
    print()
