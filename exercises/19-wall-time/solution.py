import math

START = 0.2  # seconds until all processes are up


def estimate(n, cpu, wait, model, cores):
    """Seconds until the last of n jobs is done."""
    if model == "sync":
        return n * (cpu + wait)
    if model in ("threads", "asyncio"):
        return n * cpu + wait
    seconds = math.ceil(n / cores) * cpu + wait
    return seconds + (START if model == "processes" else 0)
