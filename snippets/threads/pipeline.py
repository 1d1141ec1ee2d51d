import time
from queue import Queue
from threading import Thread

belt = Queue(maxsize=2)


def cook():
    for plate in range(6):
        time.sleep(0.01)
        belt.put(plate)


def wash():
    for _ in range(6):
        belt.get()
        time.sleep(0.03)


Thread(target=cook, name="cook").start()
Thread(target=wash, name="wash").start()
