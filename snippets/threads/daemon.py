import time
from threading import Thread


def save():
    print("opened the file")
    time.sleep(0.1)
    print("closed the file")


worker = Thread(target=save, daemon=True)
worker.start()
time.sleep(0.05)
print("last line of the program")
