# rejected by: nobody_waits_long
import time

STEPS = 300


async def work(step):
    total = 0
    for n in range(STEPS):
        total += step(n)
        if n % 20 == 19:
            time.sleep(0.001)
    return total
