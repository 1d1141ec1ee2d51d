import time
from concurrent.futures import ThreadPoolExecutor


def fetch(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPoolExecutor(max_workers=3) as pool:
    print(*pool.map(fetch, (4, 1, 2, 2, 1, 3)))
