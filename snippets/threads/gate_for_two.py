import time
from threading import BoundedSemaphore, Thread

gate = BoundedSemaphore(2)


def visit(seconds):
    with gate:
        time.sleep(seconds)


for seconds in 3, 1, 2, 1:
    Thread(target=visit, args=[seconds]).start()
