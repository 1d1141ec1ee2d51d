import time
from threading import Thread


def save(name, seconds):
    time.sleep(seconds)
    print(name, "is saved")


a = Thread(target=save, args=("A", 1))
b = Thread(target=save, args=("B", 2), daemon=True)
a.start(), b.start()
print("last line")
