import time
from concurrent import futures


def fetch(seconds):
    time.sleep(seconds)
    return 10 // (seconds - 2)


with futures.ThreadPoolExecutor() as pool:
    jobs = [pool.submit(fetch, s) for s in (3, 1, 2)]
    for job in futures.as_completed(jobs):
        print(job.exception() or job.result())
