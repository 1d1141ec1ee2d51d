# rejected by: threads_share_one_core
import math

START = 0.2


def estimate(n, cpu, wait, model, cores):
    if model == "sync":
        return n * (cpu + wait)
    if model == "asyncio":
        return n * cpu + wait
    seconds = math.ceil(n / cores) * cpu + wait
    return seconds + (START if model == "processes" else 0)
