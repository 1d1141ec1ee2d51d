import gc


class Node: ...


a, b = Node(), Node()
a.next, b.next = b, a
del a, b
gc.collect()
