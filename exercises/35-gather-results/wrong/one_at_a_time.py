# rejected by: works_side_by_side
from concurrent.futures import ThreadPoolExecutor


def run_all(function, items, workers):
    results = []
    with ThreadPoolExecutor(workers) as pool:
        for item in items:
            try:
                results.append(("ok", pool.submit(function, item).result()))
            except Exception as error:
                results.append(("error", error))
    return results
