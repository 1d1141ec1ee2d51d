# rejected by: one_loop_is_one_thread
import math

START = 0.2


def estimate(n, cpu, wait, model, cores):
    if model == "sync":
        return n * (cpu + wait)
    if model == "threads":
        return n * cpu + wait
    if model == "asyncio":
        return max(cpu, wait) if wait else cpu
    seconds = math.ceil(n / cores) * cpu + wait
    return seconds + (START if model == "processes" else 0)
