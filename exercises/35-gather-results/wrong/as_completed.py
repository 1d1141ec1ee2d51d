# rejected by: keeps_the_order
from concurrent.futures import ThreadPoolExecutor, as_completed


def run_all(function, items, workers):
    results = []
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items]
        for future in as_completed(futures):
            try:
                results.append(("ok", future.result()))
            except Exception as error:
                results.append(("error", error))
    return results
