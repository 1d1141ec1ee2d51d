from threading import Thread
from time import perf_counter as now


def count(turns):
    while turns:
        turns -= 1


start = now()
count(100_000), count(100_000)  # in turn
alone = now() - start
threads = [
    Thread(target=count, args=[100_000]) for _ in "AB"
]
[t.start() for t in threads]
[t.join() for t in threads]
print(
    f"{(now() - start - alone) / alone:.2f} of the time"
)
