from weakref import ref


class Node:
    def __init__(self, name):
        self.name = name
        self.children = []
        self._parent = None

    @property
    def parent(self):
        """The node that I was added to, while it lives."""
        if self._parent is None:
            return None
        return self._parent()

    def add(self, child):
        """Make child the last of my children."""
        self.children.append(child)
        child._parent = ref(self)
        return child
