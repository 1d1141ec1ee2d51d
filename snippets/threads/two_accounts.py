import time
from threading import Lock, Thread

one, two = Lock(), Lock()


def transfer(source, target):
    with source:
        time.sleep(0.01)  # looks at the balance
        with target:
            print("done")


Thread(target=transfer, args=(one, two), name="A").start()
Thread(target=transfer, args=(two, one), name="B").start()
