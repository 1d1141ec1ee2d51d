# rejected by: keeps_every_error
from concurrent.futures import ThreadPoolExecutor


def run_all(function, items, workers):
    results = []
    with ThreadPoolExecutor(workers) as pool:
        try:
            for value in pool.map(function, items):
                results.append(("ok", value))
        except Exception as error:
            results.append(("error", error))
    return results
