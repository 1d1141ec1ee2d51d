from threading import Thread
from time import perf_counter as now


def count(turns):
    while turns:
        turns -= 1


turns = 100_000
start = now()
count(turns), count(turns)  # in turn
alone = now() - start
pair = [Thread(target=count, args=[turns]) for _ in "AB"]
[t.start() for t in pair]
[t.join() for t in pair]
both = now() - start - alone
print(f"{both / alone:.2f} of the time")
