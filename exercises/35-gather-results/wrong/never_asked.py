# rejected by: keeps_every_error
from concurrent.futures import ThreadPoolExecutor


def run_all(function, items, workers):
    results = [None] * len(items)

    def work(place, item):
        results[place] = ("ok", function(item))

    futures = []
    with ThreadPoolExecutor(workers) as pool:
        for place, item in enumerate(items):
            futures.append(pool.submit(work, place, item))
    for future in futures:
        if isinstance(future.exception(), KeyboardInterrupt):
            raise future.exception()
    return results
