import time
from threading import Lock, Thread

lock = Lock()


def save(page):
    with lock:
        time.sleep(1)  # the download
        pages.append(page)


pages = []
workers = [
    Thread(target=save, args=[n]) for n in range(3)
]
[w.start() for w in workers]
[w.join() for w in workers]
print(f"{len(pages)} pages in {time.monotonic():.0f} s")
