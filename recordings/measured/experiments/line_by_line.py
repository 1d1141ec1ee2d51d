"""For memory_profiler: fifty million bytes in one block and in many, freed by and by."""

from memory_profiler import profile


@profile(precision=1)
def work():
    rows = [bytes(1000) for _ in range(50_000)]
    blob = b"".join(rows)
    del blob
    del rows[::2]
    del rows
    return


# ruff: noqa: D103 (the function is printed whole)
work()
