import gc


class Node:
    def __del__(self):
        saved.append(self)


saved = []
node = Node()
node.me = node
del node
print(gc.collect(), len(saved))
saved.clear()
print(gc.collect())
