# rejected by: passes_an_interrupt_on
from concurrent.futures import ThreadPoolExecutor


def run_all(function, items, workers):
    results = []
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items]
        for future in futures:
            error = future.exception()
            if error is None:
                results.append(("ok", future.result()))
            else:
                results.append(("error", error))
    return results
