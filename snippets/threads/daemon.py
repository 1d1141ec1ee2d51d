import threading
import time


def save():
    print("opened the file")
    time.sleep(0.1)
    print("closed the file")


worker = threading.Thread(target=save, daemon=True)
worker.start()
time.sleep(0.05)
print("last line of the program")
