import gc
import weakref


class Node:
    def __del__(self):
        print("  __del__")


for looped in (False, True):
    node = Node()
    node.me = node if looped else None
    ref = weakref.ref(node, lambda _: print("  callback"))
    print("in a cycle:" if looped else "alone:")
    del node
    gc.collect()
