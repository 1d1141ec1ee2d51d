import time
from threading import Lock, Thread

lock, pages = Lock(), []


def save(page):
    with lock:
        time.sleep(1)  # the download
        pages.append(page)


for number in range(3):
    Thread(target=save, args=[number]).start()
