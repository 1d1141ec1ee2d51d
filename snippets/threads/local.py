import threading

mine = threading.local()
mine.cache = {}


def work():
    print("worker has", vars(mine))


worker = threading.Thread(target=work)
worker.start()
worker.join()
print("main has  ", vars(mine))
