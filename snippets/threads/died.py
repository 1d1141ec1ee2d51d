import threading


def work():
    return 1 / 0


def report(dead):
    print(dead.thread.name, "-", dead.exc_value)


threading.excepthook = report
worker = threading.Thread(target=work)
worker.start()
worker.join()
print("main goes on, and exits with 0")
