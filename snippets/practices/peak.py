N = 50_000
full = sum([n * n for n in range(N)])
lazy = sum(n * n for n in range(N))
print(full == lazy)
