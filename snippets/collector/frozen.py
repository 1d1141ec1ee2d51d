import gc


class Node: ...


a, b = Node(), Node()
a.to, b.to = b, a
gc.freeze()
del a, b
print(gc.collect(), "with", gc.get_freeze_count() > 2)
gc.unfreeze()
print(gc.collect())
