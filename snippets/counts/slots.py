import sys

n = object()
start = sys.getrefcount(n)

alias = n
print("name:       ", sys.getrefcount(n) - start)
m = [n, n, n]
print("list of 3:  ", sys.getrefcount(n) - start)
d = {"key": n, n: m}
print("dict:       ", sys.getrefcount(n) - start)
f = lambda x=n: x
print("default:    ", sys.getrefcount(n) - start)
