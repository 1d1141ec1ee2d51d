# rejected by: processes_have_to_start
import math

START = 0.2


def estimate(n, cpu, wait, model, cores):
    if model == "sync":
        return n * (cpu + wait)
    if model in ("threads", "asyncio"):
        return n * cpu + wait
    return math.ceil(n / cores) * cpu + wait
