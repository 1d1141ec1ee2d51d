"""K4: with the collector off, what is in no cycle still goes at once, and 5000 cycles all stay until it collects."""
# runs on: engine, python>=3.9

import gc

alive = 0


class Node:
    def __init__(self):
        global alive
        alive += 1

    def __del__(self):
        global alive
        alive -= 1


gc.collect()
gc.disable()
for _ in range(5000):
    Node()
assert alive == 0, alive
for _ in range(5000):
    node = Node()
    node.itself = node
del node
assert alive == 5000, alive
gc.collect()
assert alive == 0, alive
