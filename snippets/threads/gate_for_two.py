import time
from threading import BoundedSemaphore, Thread

gate = BoundedSemaphore(2)


def visit(seconds):
    with gate:
        time.sleep(seconds)


for name, seconds in zip("ABCDE", (3, 1, 2, 1, 1)):
    Thread(
        target=visit, args=[seconds], name=name
    ).start()
