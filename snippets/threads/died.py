import threading


def work():
    return 1 / 0


show = lambda dead: print(dead.exc_value)
threading.excepthook = show
worker = threading.Thread(target=work)
worker.start()
worker.join()
print("main goes on, and exits with 0")
