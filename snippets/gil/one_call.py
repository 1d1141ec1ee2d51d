import time
from threading import Thread

ticks, ticking = 0, True


def tick():
    global ticks
    while ticking:
        time.sleep(0.01)
        ticks += 1


Thread(target=tick, daemon=True).start()
for work in (
    "for n in range(10**6): n",
    "sum(range(10**6))",
):
    before = ticks
    exec(work)
    print(work, "-> ticks:", ticks - before)  # varies
