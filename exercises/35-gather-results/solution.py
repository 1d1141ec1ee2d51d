from concurrent.futures import ThreadPoolExecutor


def run_all(function, items, workers):
    """("ok", value) or ("error", error) for each item."""
    results = []
    with ThreadPoolExecutor(workers) as pool:
        futures = [pool.submit(function, item) for item in items]
        for future in futures:
            try:
                results.append(("ok", future.result()))
            except Exception as error:
                results.append(("error", error))
    return results
