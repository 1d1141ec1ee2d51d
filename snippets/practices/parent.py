import gc
import weakref


class Node:
    __del__ = lambda self: print("  freed")


gc.disable()
for link in (lambda node: node, weakref.ref):
    parent, child = Node(), Node()
    parent.child, child.parent = child, link(parent)
    print("weak" if link is weakref.ref else "strong")
    del parent, child
gc.enable()
print("collector")
gc.collect()
