import gc

Node = type("Node", (), {})
a, b, c, d = [Node() for _ in "abcd"]
a.to, b.to, c.to = b, a, d
del a, b, d
print("collected:", gc.collect())
