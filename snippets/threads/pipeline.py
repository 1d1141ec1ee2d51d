import time
from queue import Queue
from threading import Thread

belt = Queue(maxsize=2)


def wash():
    for _ in range(6):
        belt.get()
        time.sleep(0.03)


Thread(target=wash, name="wash").start()
for plate in range(6):  # the cook
    time.sleep(0.01)
    belt.put(plate)
