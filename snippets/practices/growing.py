history, cache = [], {}
for batch in (1, 2):
    for n in range(100):
        body = "x" * 1000
        cache[n % 10] = body.upper()
        history.append(body.title())
