n = object()
alias = n
m = [n, n, n]
d = {"key": n, n: m}
f = lambda x=n: x
del alias
m.clear()
d.clear()
