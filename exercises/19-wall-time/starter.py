START = 0.2  # seconds until all processes are up


def estimate(n, cpu, wait, model, cores):
    """Seconds until the last of n jobs is done."""
    return n * (cpu + wait)
