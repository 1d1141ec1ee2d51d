import threading
import time


def work():
    time.sleep(0.1)
    print("the worker is done")


threading.Thread(target=work).start()
print("last line of the program")
