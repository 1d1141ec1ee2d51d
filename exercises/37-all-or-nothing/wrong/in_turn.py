# rejected by: results_in_order
async def fetch_all(fetch, names):
    return [await fetch(name) for name in names]
