from concurrent.futures import ThreadPoolExecutor


def run_all(function, items, workers):
    """("ok", value) or ("error", error) for each item."""
    with ThreadPoolExecutor(workers) as pool:
        values = pool.map(function, items)
        return [("ok", value) for value in values]
