import time
from threading import Thread

ticks = 0


def tick():
    global ticks
    while True:
        time.sleep(0.01)
        ticks += 1


Thread(target=tick, daemon=True).start()
jobs = "for n in range(10**6): n", "sum(range(10**6))"
for work in jobs:
    before = ticks
    exec(work)
    print(work, "-> ticks:", ticks - before)  # varies
