from concurrent import futures


def work(turns):
    for _ in range(turns):
        sum(range(100_000))


if __name__ == "__main__":
    jobs = [100] * 2
    list(map(work, jobs))  # in turn, as tasks would
    with futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(work, jobs))
    with futures.ProcessPoolExecutor(2) as pool:
        list(pool.map(work, jobs))
