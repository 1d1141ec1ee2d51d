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
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(count, jobs))
    both = time.perf_counter() - begin - alone
    print(f"{both / alone:.1f} of the time")  # varies
