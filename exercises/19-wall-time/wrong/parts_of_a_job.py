# rejected by: processes_have_to_start
START = 0.2


def estimate(n, cpu, wait, model, cores):
    if model == "sync":
        return n * (cpu + wait)
    if model in ("threads", "asyncio"):
        return n * cpu + wait
    seconds = n * cpu / cores + wait
    return seconds + (START if model == "processes" else 0)
