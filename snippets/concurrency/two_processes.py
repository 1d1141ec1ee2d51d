from concurrent.futures import ProcessPoolExecutor
from time import perf_counter as now


def count(turns):
    while turns:
        turns -= 1


if __name__ == "__main__":
    jobs, begin = [20_000_000] * 4, now()
    list(map(count, jobs))
    alone = now() - begin
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(count, jobs))
    both = now() - begin - alone
    print(f"{both / alone:.1f} of the time")  # varies
