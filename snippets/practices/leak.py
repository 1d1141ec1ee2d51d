import tracemalloc

history, cache = [], {}
tracemalloc.start()
for batch in (1, 2):
    before = tracemalloc.take_snapshot()
    for n in range(100):
        body = "x" * 1000
        cache[n % 10] = body.upper()
        history.append(body.title())
after = tracemalloc.take_snapshot()
tracemalloc.stop()
top = after.compare_to(before, "lineno")[0]
print("line", top.traceback[0].lineno)
print(f"{top.size_diff / 1000:+.0f} kB")
