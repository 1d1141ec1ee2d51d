# rejected by: children_stay
from weakref import WeakSet


class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None
        self.children = WeakSet()

    def add(self, child):
        self.children.add(child)
        child.parent = self
        return child
