import gc
import sys


class Node: ...


a, b, c, d, lone = nodes = [Node() for _ in "abcde"]
a.to, b.to, c.to, outside = b, a, d, c
del a, b, c, d, lone
raw = [sys.getrefcount(node) for node in nodes]
count = [n - raw[4] for n in raw[:4]]
print("counts: ", count)
for target in gc.get_referents(*nodes):
    if target in nodes:
        count[nodes.index(target)] -= 1
print("outside:", count)
