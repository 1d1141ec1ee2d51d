# rejected by: knows_its_parent
from weakref import ref


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self._parent = None

    @property
    def parent(self):
        parent = self._parent and self._parent()
        return parent if parent and parent.children[-1] is self else None

    def add(self, child):
        """Make child the last of my children."""
        self.children.append(child)
        child._parent = ref(self)
        return child
