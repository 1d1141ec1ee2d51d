@profile
def report(count):
    rows = [str(n) for n in range(count)]
    text = ", ".join(rows)
    del rows
    return text


print(len(report(50_000)))
