import time
from queue import Queue
from threading import Thread

belt = Queue(maxsize=2)


def cook():
    for plate in range(6):
        time.sleep(0.01)
        belt.put(plate)
    belt.shutdown()


def wash():
    try:
        while True:
            belt.get()
            time.sleep(0.03)
    except Exception as end:
        print(type(end).__name__)


Thread(target=cook, name="cook").start()
Thread(target=wash, name="wash").start()
