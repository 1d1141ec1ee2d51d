import threading
import time


def work(name):
    time.sleep(0.1)
    print(name, "is done")


plain = threading.Thread(target=work, args=["plain"])
plain.start()
print("last line of the program")
