# rejected by: knows_its_parent
from weakref import ref


class Node:
    def __init__(self, name):
        self.name = name
        self.parent = None
        self.children = []

    def add(self, child):
        self.children.append(child)
        child.parent = ref(self)
        return child
