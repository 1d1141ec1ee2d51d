import time
from threading import Barrier, Thread

line = Barrier(3)


def run(seconds):
    time.sleep(seconds)  # warms up
    line.wait()
    time.sleep(1)  # runs


for seconds in 1, 3, 2:
    Thread(target=run, args=[seconds]).start()
