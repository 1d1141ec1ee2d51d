import time
from concurrent.futures import ProcessPoolExecutor


def count(turns):
    while turns:
        turns -= 1


if __name__ == "__main__":
    jobs = [3_000_000] * 4
    begin = time.perf_counter()
    list(map(count, jobs))
    alone = time.perf_counter() - begin
    begin = time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(count, jobs))
    took = time.perf_counter() - begin
    print(
        f"two processes: {took / alone:.1f} of the time"
    )
